package dev.holdfast.client.epoch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.client.ClientException;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {
  record Vector(Map<String, String> fields) {
    SecretBytes secret(String name) {
      return new SecretBytes(HexFormat.of().parseHex(text(name)));
    }

    String text(String name) {
      return Objects.requireNonNull(fields.get(name), name);
    }

    int epoch() {
      return Integer.parseInt(text("epoch"));
    }

    VaultId vault() {
      return new VaultId(text("vault"));
    }

    RequestId request() {
      return new RequestId(text("request"));
    }

    @Override
    public String toString() {
      return "epoch " + epoch();
    }
  }

  static List<Vector> vectors() throws IOException {
    var vectors = new ArrayList<Vector>();
    Map<String, String> fields = new HashMap<>();
    for (var line : Files.readAllLines(Path.of("src/test/vectors/key-schedule.txt"))) {
      if (line.startsWith("#") || line.isBlank()) continue;
      int space = line.indexOf(' ');
      if (line.startsWith("epoch ")) {
        fields = new HashMap<>();
        vectors.add(new Vector(fields));
      }
      fields.put(line.substring(0, space), line.substring(space + 1));
    }
    return vectors;
  }

  @Test
  void theVectorsAreRead() throws IOException {
    assertEquals(3, vectors().size());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theCodeGivesItsTagAndKey(Vector vector) {
    assertEquals(vector.text("tag"), Keys.tag(vector.secret("R")).hex());
    assertKey(vector.text("code-key"), Keys.codeKey(vector.secret("R")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void factorAndIdentityGiveTheirKeys(Vector vector) {
    assertKey(vector.text("factor-key"), Keys.factorKey(vector.secret("F")));
    assertKey(vector.text("opening-key"), Keys.openingKey(vector.secret("VSK")));
    assertKey(vector.text("join-key"), Keys.joinKey(vector.secret("U")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void allThreeInputsGiveTheKeyThatWrapsTheIdentity(Vector vector) {
    try (
        var kek = Keys.kek(new Sha256(vector.text("policy-hash")), vector.vault(), vector.epoch(),
            vector.secret("R"), vector.secret("F"), vector.secret("S"))) {
      assertEquals(vector.text("commitment"), kek.commitment().hex());
      var wrapped = Keys.wrapOnce(kek.wrapKey(), vector.secret("VSK"));
      assertEquals(vector.text("wrapped-key"), HexFormat.of().formatHex(wrapped));
      assertEquals(vector.text("VSK"), hex(Keys.unwrap(kek.wrapKey(), wrapped)));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theUnlockSecretOpensTheFactor(Vector vector) {
    try (var key = Keys.unlockKey(vector.secret("U"), vector.vault(), vector.epoch())) {
      var leaf = HexFormat.of().parseHex(vector.text("unlock-leaf"));
      assertEquals(vector.text("F"), hex(Keys.unwrapWithNonce(key, leaf)));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theServersShareHasItsHash(Vector vector) {
    assertEquals(vector.text("share-hash"),
        Keys.shareHash(vector.epoch(), 1, vector.secret("S")).hex());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void proofsAreSignedOverTheWordsOfTheProtocol(Vector vector) {
    var factorKey = Keys.factorKey(vector.secret("F"));
    var openingKey = Keys.openingKey(vector.secret("VSK"));
    var codeKey = Keys.codeKey(vector.secret("R"));
    assertSigned(vector, "factor-proof", factorKey, Label.factor(vector.request()));
    assertSigned(vector, "opened-proof", openingKey, Label.opened(vector.request()));
    assertSigned(vector, "policy-voucher", openingKey,
        Label.policy(new Sha256(vector.text("policy-hash"))));
    assertSigned(vector, "destroy-proof", codeKey, Label.destroy(vector.vault(), vector.epoch()));
    assertSigned(vector, "unlock-proof", factorKey, Label.endLock(vector.vault(), 1700000000123L));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aWrongKeyOpensNothingAndQuotesNothing(Vector vector) {
    try (var key = Keys.unlockKey(vector.secret("R"), vector.vault(), vector.epoch())) {
      var leaf = HexFormat.of().parseHex(vector.text("unlock-leaf"));
      var refused = assertThrows(ClientException.class, () -> Keys.unwrapWithNonce(key, leaf));
      assertEquals("a wrapped key does not open", refused.getMessage());
    }
  }

  private static void assertKey(String expected, SigningKey key) {
    assertEquals(expected, key.verifyKey().hex());
  }

  private static void assertSigned(Vector vector, String name, SigningKey key, byte[] words) {
    assertEquals(vector.text(name), HexFormat.of().formatHex(key.sign(words)));
  }

  private static String hex(SecretBytes secret) {
    return secret.lend(raw -> HexFormat.of().formatHex(raw));
  }
}
