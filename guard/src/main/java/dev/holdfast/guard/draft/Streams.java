package dev.holdfast.guard.draft;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one message as symbols, in each way in which people write out a secret.
final class Streams {
  private static final Pattern NUMBERING = Pattern.compile("(?m)(?:^|(?<=\\s))\\d{1,2}[.):]\\s");
  private static final Pattern AS_IN = Pattern
      .compile("\\b([a-z0-9]) (?:as in|wie|comme|como|come|like|for|as|von) [a-z]+");
  private static final int LONGEST_WORD = 12;
  private static final Map<String, String> SPELLED = Spelled.WORDS;

  private final Folder folder = new Folder(Words.NONE);

  /// Every reading of the whole message.
  Set<String> of(String text) {
    var plain = folder.fold(text).text();
    var readings = new LinkedHashSet<String>();
    readings.add(Symbols.in(plain, true));
    if (plain.indexOf('#') >= 0 || plain.indexOf('=') >= 0) readings.add(Symbols.in(plain, false));
    var bare = NUMBERING.matcher(plain).replaceAll("");
    readings.add(Symbols.in(bare, true));
    readings.add(Symbols.in(spelledOut(AS_IN.matcher(bare).replaceAll("$1")), true));
    var sure = new StringBuilder();
    pieces(text, Instant.EPOCH).stream().filter(Piece::sure).forEach(p -> sure.append(p.symbols()));
    readings.add(sure.toString());
    readings.remove("");
    return readings;
  }

  /// The parts of the message that may continue a secret from an earlier message.
  List<Piece> pieces(String text, Instant at) {
    var plain = spelledOut(AS_IN.matcher(folder.fold(text).text()).replaceAll("$1"));
    var tokens = plain.strip().split("\\s+", -1);
    var pieces = new ArrayList<Piece>();
    var open = new StringBuilder();
    var sure = false;
    for (var token : tokens) {
      var symbols = Symbols.in(token, true);
      var keyLike = isKeyLike(token);
      if (!keyLike && tokens.length > 3 && token.length() != 4 && symbols.length() > 1) {
        close(pieces, open, sure, at);
        sure = false;
        continue;
      }
      open.append(symbols);
      sure |= keyLike;
    }
    close(pieces, open, sure, at);
    return pieces;
  }

  private static void close(List<Piece> pieces, StringBuilder open, boolean sure, Instant at) {
    if (!open.isEmpty()) pieces.add(new Piece(open.toString(), sure, at));
    open.setLength(0);
  }

  /// Letters and digits in one token, or too long for a word, or few vowels.
  private static boolean isKeyLike(String token) {
    var digits = 0;
    var letters = 0;
    for (var i = 0; i < token.length(); i++) {
      var c = token.charAt(i);
      if ((c >= '0' && c <= '9') || c == '#' || c == '=') digits++;
      else if (Symbols.of(c, false) != 0) letters++;
    }
    return digits > 0 || letters > LONGEST_WORD;
  }

  private static String spelledOut(String plain) {
    var out = new StringBuilder(plain.length());
    for (var word : plain.split("(?<=[^a-z\\p{IsCyrillic}])|(?=[^a-z\\p{IsCyrillic}])", -1))
      out.append(SPELLED.getOrDefault(word, word));
    return out.toString();
  }
}
