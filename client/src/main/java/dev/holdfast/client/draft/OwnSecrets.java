package dev.holdfast.client.draft;

import dev.holdfast.archive.signal.LegacyPassphrase;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.PrivateFile;
import dev.holdfast.guard.draft.Draft;
import dev.holdfast.guard.draft.Fingerprints;
import dev.holdfast.guard.draft.Prints;
import dev.holdfast.guard.draft.SecretKind;
import dev.holdfast.guard.draft.SlowHash;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.kernel.code.RecoveryCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a home knows of its owner's secrets: fingerprints in `own-secrets.json`, and the key they
/// were taken with in `own-secrets.key` (mode 0600). Whoever has both files can guess a secret
/// window by window, each guess at the price of a slow hash; whoever has one has nothing.
public final class OwnSecrets {
  private static final String KEPT = "own-secrets.json";
  private static final String KEY = "own-secrets.key";
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MOST_OF_A_KIND = 4;

  private final Home home;
  private final SecureRandom random;
  private final SlowHash slow;

  /// @param home where the fingerprints are kept; it needs no vault
  /// @param slow the hash; the same one ever after
  public OwnSecrets(Home home, SecureRandom random, SlowHash slow) {
    this.home = home;
    this.random = random;
    this.slow = slow;
  }

  /// With the usual slow hash.
  public OwnSecrets(Home home, SecureRandom random) {
    this(home, random, Argon2id.USUAL);
  }

  /// Takes and keeps the fingerprints of a secret, unless they are kept already. Takes about half a
  /// second.
  ///
  /// @param secret as displayed or stored; read, not kept
  /// @throws IllegalArgumentException if it is no whole number of groups
  public void learn(SecretKind kind, CharSequence secret) {
    taken(kind, secret, prints()).ifPresent(this::keep);
  }

  /// Begins to learn Signal's recovery key.
  ///
  /// @param key lent
  public Lesson begin(RecoveryKey key) {
    return begin(SecretKind.RECOVERY_KEY, key.lend(OwnSecrets::letters));
  }

  /// Begins to learn the 30 digits of a legacy backup.
  ///
  /// @param passphrase lent
  public Lesson begin(LegacyPassphrase passphrase) {
    return begin(SecretKind.BACKUP_PASSPHRASE, passphrase.lend(OwnSecrets::letters));
  }

  /// Begins to learn a recovery or reserve code.
  ///
  /// @param code lent
  public Lesson begin(RecoveryCode code) {
    var printed = code.print();
    var symbols = SecretForm.RECOVERY_CODE.symbols(CharBuffer.wrap(printed));
    Arrays.fill(printed, '\0');
    return begin(SecretKind.RECOVERY_CODE, symbols.toString().toCharArray());
  }

  /// @param secret wiped once its fingerprints are taken
  private Lesson begin(SecretKind kind, char[] secret) {
    var prints = prints();
    return new Lesson(this, CompletableFuture.supplyAsync(() -> {
      try {
        return taken(kind, CharBuffer.wrap(secret), prints);
      } finally {
        Arrays.fill(secret, '\0');
      }
    }));
  }

  private static char[] letters(byte[] ascii) {
    var letters = new char[ascii.length];
    for (int i = 0; i < ascii.length; i++)
      letters[i] = (char) ascii[i];
    return letters;
  }

  private Optional<Fingerprints> taken(SecretKind kind, CharSequence secret, Prints prints) {
    if (known().stream().anyMatch(known -> known.kind() == kind && known.areOf(secret, prints)))
      return Optional.empty();
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Optional.of(Fingerprints.of(kind, secret,
        new Fingerprints.Salt(HexFormat.of().formatHex(salt)), prints));
  }

  /// The newest first, and of each kind no more than a person can have in force.
  void keep(Fingerprints taken) {
    var all = new ArrayList<>(List.of(taken));
    for (var known : known())
      if (all.stream().filter(one -> one.kind() == known.kind()).count() < MOST_OF_A_KIND)
        all.add(known);
    PrivateFile.folder(home.folder());
    PrivateFile.replace(file(KEPT), Json.write(new Kept(all)));
  }

  /// Tells by its form what a secret is, then learns it.
  ///
  /// @param typed the caller's to wipe
  /// @return what it was
  /// @throws ClientException USAGE if it has none of the known forms
  public SecretKind learn(CharSequence typed) {
    var form = SecretForm.of(typed)
        .orElseThrow(() -> new ClientException(Kind.USAGE,
            "this has the form of none of the secrets that are known",
            "they are: Signal's recovery key (64 letters and digits), the recovery code of a vault"
                + " (HF1-…), the 30 digits of an old backup, and the message-backup key (128"
                + " hexadecimal digits)"));
    learn(form.kind(), form.symbols(typed));
    return form.kind();
  }

  /// Which kinds of secrets are known.
  public List<SecretKind> kinds() {
    return known().stream().map(Fingerprints::kind).distinct().toList();
  }

  /// A guard over all of them; it remembers what is sent for as long as it lives.
  public Draft draft(Lexicon lexicon) {
    var known = known();
    return new Draft(known, known.isEmpty() ? blank() : prints(), lexicon);
  }

  private Prints blank() {
    return new Prints(new byte[KEY_BYTES], slow);
  }

  private List<Fingerprints> known() {
    if (!Files.exists(file(KEPT))) return List.of();
    return Json.read("the file " + KEPT + " of the home", bytes(KEPT), Kept.class).secrets();
  }

  private Prints prints() {
    if (!Files.exists(file(KEY))) makeKey();
    var key = bytes(KEY);
    if (key.length != KEY_BYTES)
      throw new ClientException(Kind.DAMAGED, "the file " + KEY + " of the home is cut",
          "remove it and " + KEPT + ", then let Holdfast learn the secrets anew");
    try {
      return new Prints(key, slow);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private void makeKey() {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    PrivateFile.folder(home.folder());
    PrivateFile.replace(file(KEY), key);
    Arrays.fill(key, (byte) 0);
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return home.folder().resolve(name);
  }

  /// The file.
  record Kept(List<Fingerprints> secrets) {
    Kept { secrets = List.copyOf(secrets); }
  }
}
