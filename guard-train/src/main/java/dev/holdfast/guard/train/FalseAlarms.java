package dev.holdfast.guard.train;

import dev.holdfast.guard.draft.Draft;
import dev.holdfast.guard.draft.Finding;
import dev.holdfast.guard.draft.Fingerprints;
import dev.holdfast.guard.draft.Outgoing;
import dev.holdfast.guard.draft.Prints;
import dev.holdfast.guard.draft.SecretKind;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.talk.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Holds the guard of own secrets against every public message and against generated look-alikes,
/// and prints how often it spoke. Arguments: how many look-alikes; default ten million.
///
/// The slow hash is left out: it changes what a guess costs, not what matches.
public final class FalseAlarms {
  private static final long USUAL = 10_000_000;
  private static final long STEP = 1_000_000;
  private static final long SEED = 20261124;

  private final Draft draft = draft();
  private final Map<String, Long> spoken = new TreeMap<>();
  private long looked;

  FalseAlarms() {}

  /// Prints to standard output.
  public static void main(String[] args) {
    var messages = new FalseAlarms();
    for (var item : Data.publicSets())
      for (var turn : item.conversation().turns())
        messages.look(turn);
    System.out.println("public messages: " + messages);
    var count = args.length == 0 ? USUAL : Long.parseLong(args[0]);
    System.out.println("digests, links and keys: " + lookalikes(count));
  }

  static FalseAlarms lookalikes(long count) {
    var made = new FalseAlarms();
    var from = new Lookalikes(SEED);
    for (var i = 0L; i < count; i++) {
      made.look(Turn.them(from.next(i)));
      if (i % STEP == STEP - 1) System.err.println((i + 1) + ": " + made);
    }
    return made;
  }

  void look(Turn turn) {
    looked++;
    var finding = draft.look(new Outgoing("", turn.text(), false, false, Instant.EPOCH));
    if (finding instanceof Finding.Stop stop) spoken.merge("stop " + stop.kind(), 1L, Long::sum);
    if (finding instanceof Finding.Sure sure) spoken.merge("sure " + sure.shape(), 1L, Long::sum);
  }

  /// How often it said what.
  Map<String, Long> spoken() {
    return spoken;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d looked at, spoke %s", looked,
        spoken.isEmpty() ? "never" : spoken.toString());
  }

  private static Draft draft() {
    var random = new Random(SEED);
    var key = new byte[32];
    random.nextBytes(key);
    var prints = new Prints(key, (input, salt) -> input);
    var kept = new ArrayList<Fingerprints>();
    kept.add(taken(SecretKind.RECOVERY_KEY, "0123456789abcdefghijklmnopqrstuvwxyz", 64, random,
        prints));
    kept.add(taken(SecretKind.RECOVERY_CODE, "0123456789abcdefghjkmnpqrstvwxyz", 60, random,
        prints));
    kept.add(taken(SecretKind.BACKUP_PASSPHRASE, "0123456789", 30, random, prints));
    kept.add(taken(SecretKind.MESSAGE_BACKUP_KEY, "0123456789abcdef", 128, random, prints));
    return new Draft(List.copyOf(kept), prints, Lexicon.load());
  }

  private static Fingerprints taken(SecretKind kind, String alphabet, int letters, Random random,
      Prints prints) {
    var secret = new StringBuilder();
    for (var i = 0; i < letters; i++)
      secret.append(alphabet.charAt(random.nextInt(alphabet.length())));
    var salt = String.format(Locale.ROOT, "%032x", random.nextLong() & Long.MAX_VALUE);
    return Fingerprints.of(kind, secret, new Fingerprints.Salt(salt), prints);
  }
}
