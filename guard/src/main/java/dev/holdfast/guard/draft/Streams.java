package dev.holdfast.guard.draft;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads one message as symbols, in each way in which people write out a secret.
final class Streams {
  private static final Pattern NUMBERING = Pattern.compile("(?m)(?:^|(?<=\\s))\\d{1,2}[.):]\\s");
  private static final Pattern AS_IN = Pattern
      .compile("\\b([a-z0-9]) (?:as in|wie|comme|como|come|like|for|as|von) [a-z]+");
  private static final int LONGEST_WORD = 12;
  private static final int FEW_TOKENS = 3;
  private static final int GROUP = 4;

  private final Folder folder = new Folder(Words.NONE);

  /// Every reading of the whole message; different ones only.
  Collection<Traced> of(String text) {
    var plain = Traced.of(folder.fold(text));
    var readings = new LinkedHashMap<String, Traced>();
    keep(readings, plain.symbols(true));
    if (plain.holds('#') || plain.holds('=')) keep(readings, plain.symbols(false));
    var bare = plain.replaced(NUMBERING);
    keep(readings, bare.symbols(true));
    keep(readings, bare.replaced(AS_IN).spelledOut().symbols(true));
    var sure = Traced.empty();
    pieces(plain, Instant.EPOCH).stream().filter(Piece::sure).forEach(p -> sure.append(p.read()));
    keep(readings, sure);
    return readings.values();
  }

  private static void keep(Map<String, Traced> readings, Traced reading) {
    if (reading.length() > 0) readings.putIfAbsent(reading.text(), reading);
  }

  /// The parts of the message that may continue a secret from an earlier message.
  List<Piece> pieces(String text, Instant at) {
    return pieces(Traced.of(folder.fold(text)), at);
  }

  private static List<Piece> pieces(Traced plain, Instant at) {
    var read = plain.replaced(AS_IN).spelledOut();
    var text = read.text();
    var tokens = tokens(text);
    var pieces = new ArrayList<Piece>();
    var open = Traced.empty();
    var sure = false;
    for (var token : tokens) {
      var symbols = read.symbols(token.from(), token.to(), true);
      var keyLike = isKeyLike(text, token);
      if (!keyLike && tokens.size() > FEW_TOKENS && token.length() != GROUP
          && symbols.length() > 1) {
        close(pieces, open, sure, at);
        open = Traced.empty();
        sure = false;
        continue;
      }
      open.append(symbols);
      sure |= keyLike;
    }
    close(pieces, open, sure, at);
    return pieces;
  }

  private static void close(List<Piece> pieces, Traced open, boolean sure, Instant at) {
    if (open.length() > 0) pieces.add(new Piece(open, sure, at));
  }

  private record Token(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    var from = 0;
    for (var i = 0; i <= text.length(); i++) {
      if (i < text.length() && !isBlank(text.charAt(i))) continue;
      if (i > from) tokens.add(new Token(from, i));
      from = i + 1;
    }
    return tokens;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /// Letters and digits in one token, or too long for a word.
  private static boolean isKeyLike(String text, Token token) {
    var digits = 0;
    var letters = 0;
    for (var i = token.from(); i < token.to(); i++) {
      var c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == '#' || c == '=') digits++;
      else if (Symbols.of(c, false) != 0) letters++;
    }
    return digits > 0 || letters > LONGEST_WORD;
  }
}
