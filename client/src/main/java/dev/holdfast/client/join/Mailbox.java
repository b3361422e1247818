package dev.holdfast.client.join;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.wire.JoinBox;
import dev.holdfast.kernel.wire.JoinMessage;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The mailbox of an invitation: what both sides leave is sealed under the invitation's secret, so
/// the server reads nothing.
final class Mailbox {
  private static final int NONCE = 12;
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final VaultCalls calls;
  private final Invitation invitation;
  private final SecureRandom random;

  Mailbox(VaultCalls calls, Invitation invitation, SecureRandom random) {
    this.calls = calls;
    this.invitation = invitation;
    this.random = random;
  }

  /// Opens it, as the enrolled device.
  void open() {
    try (var key = Keys.joinKey(invitation.secret())) {
      calls.join(new JoinMessage(invitation.join(), key.verifyKey().hex(), ""));
    }
  }

  /// Leaves something.
  void leave(byte[] plain) {
    calls.join(new JoinMessage(invitation.join(), "",
        Base64.getEncoder().encodeToString(seal(plain))));
  }

  /// Waits for what the other side leaves.
  ///
  /// @param side which of the two
  /// @throws ClientException ABSENT once the mailbox is gone
  byte[] await(Function<JoinBox, String> side) {
    while (true) {
      var value = side.apply(calls.joined(invitation.join()));
      if (!value.isEmpty()) return openSealed(value);
      pause();
    }
  }

  private byte[] seal(byte[] plain) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = gcm(Cipher.ENCRYPT_MODE, nonce, plain);
    var both = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE, sealed.length);
    return both;
  }

  private byte[] openSealed(String value) {
    try {
      var both = Base64.getDecoder().decode(value);
      if (both.length < NONCE) throw damaged();
      return gcm(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE),
          Arrays.copyOfRange(both, NONCE, both.length));
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private byte[] gcm(int mode, byte[] nonce, byte[] input) {
    try (var key = Keys.joinSeal(invitation.secret())) {
      return key.lend(raw -> {
        try {
          var cipher = Cipher.getInstance("AES/GCM/NoPadding");
          cipher.init(mode, new SecretKeySpec(raw, "AES"), new GCMParameterSpec(128, nonce));
          return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
          throw damaged();
        }
      });
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException(Kind.BUG, "the invitation was interrupted", "", e);
    }
  }

  private static ClientException damaged() {
    return new ClientException(Kind.DAMAGED, "what lies in the invitation's mailbox is forged",
        "make a new invitation with \"holdfast device add\"");
  }
}
