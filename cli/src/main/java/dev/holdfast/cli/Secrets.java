package dev.holdfast.cli;

import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.SignalKeyShape;
import dev.holdfast.kernel.code.UnlockCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads secrets: from a file, from standard input (`-`), or from a prompt without echo; never from
/// an argument.
public final class Secrets {
  private static final int LIMIT = 64 << 10;

  private final Holdfast app;

  /// @param app the program
  public Secrets(Holdfast app) {
    this.app = app;
  }

  /// The recovery code.
  ///
  /// @param file where it stands, `-` for standard input; null to ask for it
  /// @return the caller's to close
  /// @throws ClientException NOT_ALLOWED if it is none, with a warning if it is Signal's key
  public RecoveryCode recoveryCode(@Nullable String file, String prompt) {
    var typed = read(file, prompt).orElseThrow(() -> new ClientException(Kind.USAGE,
        "the recovery code is missing", "give it with --code-file FILE, or - for standard input"));
    try {
      refuseSignalKey(CharBuffer.wrap(typed));
      return RecoveryCode.parse(CharBuffer.wrap(typed))
          .orElseThrow(() -> new ClientException(Kind.NOT_ALLOWED,
              "this is not a recovery code, or there is a typing error in it",
              "it begins with HF1- and has twelve groups of five"));
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /// The unlock code, if there is one to be had.
  ///
  /// @return the caller's to close; empty if nothing was given
  /// @throws ClientException NOT_ALLOWED if it is none
  public Optional<UnlockCode> unlockCode(@Nullable String file, String prompt) {
    var typed = read(file, prompt).filter(text -> !new String(text).isBlank());
    if (typed.isEmpty()) return Optional.empty();
    try {
      refuseSignalKey(CharBuffer.wrap(typed.get()));
      return Optional.of(UnlockCode.parse(CharBuffer.wrap(typed.get()))
          .orElseThrow(() -> new ClientException(Kind.NOT_ALLOWED,
              "this is not an unlock code, or there is a typing error in it",
              "it begins with HFU1- and has twelve groups of five")));
    } finally {
      Arrays.fill(typed.get(), '\0');
    }
  }

  /// Signal's recovery key, where reading or writing a Signal backup needs it.
  ///
  /// @return the caller's to close; empty if nothing was given
  public Optional<RecoveryKey> signalKey(@Nullable String file, String prompt) {
    var typed = read(file, prompt);
    if (typed.isEmpty()) return Optional.empty();
    try {
      return Optional.of(RecoveryKey.parse(CharBuffer.wrap(typed.get())));
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.NOT_ALLOWED, String.valueOf(e.getMessage()),
          "Signal shows it under Settings, Backups, as 16 groups of four");
    } finally {
      Arrays.fill(typed.get(), '\0');
    }
  }

  /// Any other secret text, such as a passphrase.
  ///
  /// @return the caller's to wipe; empty if nothing was given
  public Optional<char[]> read(@Nullable String file, String prompt) {
    if (file != null) return Optional.of(file.equals("-") ? all(app.terminal().in()) : from(file));
    return app.terminal().interactive() ? app.terminal().askSecret(prompt) : Optional.empty();
  }

  private static char[] from(String file) {
    try (var in = Files.newInputStream(Path.of(file))) {
      return all(in);
    } catch (IOException e) {
      throw new ClientException(Kind.ABSENT, "the file " + file + " cannot be read",
          "check its name and its rights", e);
    }
  }

  private static char[] all(InputStream in) {
    var bytes = new Wiped();
    try {
      bytes.writeBytes(in.readNBytes(LIMIT));
      return bytes.chars();
    } catch (IOException e) {
      throw new ClientException(Kind.ABSENT, "the secret cannot be read",
          "check the file or the pipe", e);
    } finally {
      bytes.wipe();
    }
  }

  private static void refuseSignalKey(CharSequence typed) {
    if (SignalKeyShape.matches(typed) && !beginsAsOurs(typed)) throw new SignalKeyTypedException();
  }

  /// An unlock code with a typing error has the length of Signal's key.
  private static boolean beginsAsOurs(CharSequence typed) {
    int matched = 0;
    for (int i = 0; i < typed.length() && matched < 2; i++) {
      char c = typed.charAt(i);
      if (Character.isWhitespace(c)) continue;
      if (Character.toUpperCase(c) != "HF".charAt(matched++)) return false;
    }
    return typed.toString().contains("-");
  }

  /// Bytes on their way to characters.
  private static final class Wiped extends ByteArrayOutputStream {
    char[] chars() {
      var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(buf, 0, count));
      int end = decoded.limit();
      while (end > 0 && Character.isWhitespace(decoded.get(end - 1)))
        end--;
      var chars = new char[end];
      decoded.get(chars);
      Arrays.fill(decoded.array(), '\0');
      return chars;
    }

    void wipe() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
