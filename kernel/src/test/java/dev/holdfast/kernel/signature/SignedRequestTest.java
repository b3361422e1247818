package dev.holdfast.kernel.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest {
  static final SignedRequest REQUEST = new SignedRequest("POST", "vault.example.org", "/v1/x?a=b",
      Sha256.over("{}".getBytes(StandardCharsets.UTF_8)), 1_800_000_000L, "0f".repeat(16),
      "a1".repeat(16));
  final SigningKey key = SigningKey.random(new SecureRandom());

  Optional<SignedRequest> read(String input, String digest) {
    return SignedRequest.read("POST", "vault.example.org", "/v1/x?a=b", input, digest);
  }

  @Test
  void theOtherSideReadsWhatWasSent() {
    var read = read(REQUEST.signatureInput(), REQUEST.contentDigest()).orElseThrow();
    assertEquals(REQUEST, read);
    assertTrue(read.signedBy(key.verifyKey(), REQUEST.signature(key)));
  }

  /// The signature base written out by hand from RFC 9421, section 2.5.
  @Test
  void whatIsSignedIsTheBaseOfTheStandard() {
    var base = """
        "@method": POST
        "@authority": vault.example.org
        "@request-target": /v1/x?a=b
        "content-digest": sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:
        "@signature-params": ("@method" "@authority" "@request-target" "content-digest");created=1800000000;\
        nonce="0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";keyid="a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1";\
        alg="ed25519\"""";
    var header = REQUEST.signature(key);
    var signature = Base64.getDecoder()
        .decode(header.substring("sig1=:".length(),
            header.length() - 1));
    assertTrue(key.verifyKey().accepts(base.getBytes(StandardCharsets.UTF_8), signature));
  }

  @Test
  void anyOtherCallIsNotSigned() {
    var header = REQUEST.signature(key);
    var others = new SignedRequest[]{
        REQUEST.at("vault.example.com"),
        new SignedRequest("PUT", REQUEST.authority(), REQUEST.target(), REQUEST.body(),
            REQUEST.created(),
            REQUEST.nonce(), REQUEST.keyId()),
        new SignedRequest("POST", REQUEST.authority(), "/v1/x?a=c", REQUEST.body(),
            REQUEST.created(),
            REQUEST.nonce(), REQUEST.keyId()),
        new SignedRequest("POST", REQUEST.authority(), REQUEST.target(), Sha256.over(),
            REQUEST.created(),
            REQUEST.nonce(), REQUEST.keyId()),
        new SignedRequest("POST", REQUEST.authority(), REQUEST.target(), REQUEST.body(),
            REQUEST.created() + 1,
            REQUEST.nonce(), REQUEST.keyId()),
        new SignedRequest("POST", REQUEST.authority(), REQUEST.target(), REQUEST.body(),
            REQUEST.created(),
            "00".repeat(16), REQUEST.keyId()),
        new SignedRequest("POST", REQUEST.authority(), REQUEST.target(), REQUEST.body(),
            REQUEST.created(),
            REQUEST.nonce(), "00".repeat(16))};
    for (var other : others)
      assertFalse(other.signedBy(key.verifyKey(), header));
    assertFalse(REQUEST.signedBy(SigningKey.random(new SecureRandom()).verifyKey(), header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sig1=()", "sig2=(\"@method\")", "sig1=:x:"})
  void anotherFormIsNoSignedRequest(String input) {
    assertEquals(Optional.empty(), read(input, REQUEST.contentDigest()));
    assertFalse(REQUEST.signedBy(key.verifyKey(), input));
  }

  @Test
  void fewerCoveredPartsAreRefused() {
    var weaker = REQUEST.signatureInput().replace(" \"content-digest\"", "");
    assertEquals(Optional.empty(), read(weaker, REQUEST.contentDigest()));
    assertEquals(Optional.empty(),
        read(REQUEST.signatureInput().replace("ed25519", "hmac-sha256"),
            REQUEST.contentDigest()));
    assertEquals(Optional.empty(), read(REQUEST.signatureInput(), "sha-256=:AA==:"));
  }
}
