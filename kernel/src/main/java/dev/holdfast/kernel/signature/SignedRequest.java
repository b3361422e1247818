package dev.holdfast.kernel.signature;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VerifyKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// One HTTP request as RFC 9421 signs it: method, authority, target, content digest (RFC 9530),
/// time, nonce and key.
///
/// @param method upper case
/// @param authority the server that is meant, as [Authority] writes it
/// @param target path and query as they stand in the request line
/// @param body SHA-256 of the body, also of an empty one
/// @param created when it was signed, seconds since 1970
/// @param nonce 32 hex digits, never used twice
/// @param keyId who signs: a device id, or a request id (docs/protocol.md, section 2)
public record SignedRequest(String method, String authority, String target, Sha256 body,
    long created, String nonce, String keyId) {
  /// Names the covered parts, `sig1` as label.
  public static final String LABEL = "sig1";

  private static final String COVERED = "(\"@method\" \"@authority\" \"@request-target\" \"content-digest\")";
  private static final Pattern INPUT = Pattern.compile("sig1=" + Pattern.quote(COVERED)
      + ";created=(\\d{1,12});nonce=\"([0-9a-f]{32})\";keyid=\"([0-9a-f]{32})\";alg=\"ed25519\"");
  private static final Pattern SIGNATURE = Pattern.compile("sig1=:([A-Za-z0-9+/]{86}==):");
  private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

  /// Reads the headers `Signature-Input` and `Content-Digest`, the request line and the server that
  /// was meant; empty if the headers have another form.
  public static Optional<SignedRequest> read(String method, String authority, String target,
      String signatureInput, String contentDigest) {
    var input = INPUT.matcher(signatureInput);
    var digest = DIGEST.matcher(contentDigest);
    if (!input.matches() || !digest.matches()) return Optional.empty();
    return Optional.of(new SignedRequest(method, authority, target,
        Sha256.of(Base64.getDecoder().decode(digest.group(1))), Long.parseLong(input.group(1)),
        input.group(2), input.group(3)));
  }

  /// The same, meant for a server with another name.
  public SignedRequest at(String name) {
    return new SignedRequest(method, name, target, body, created, nonce, keyId);
  }

  /// Value of the header `Signature-Input`.
  public String signatureInput() {
    return LABEL + "=" + parameters();
  }

  /// Value of the header `Content-Digest`.
  public String contentDigest() {
    return "sha-256=:" + Base64.getEncoder().encodeToString(body.raw()) + ":";
  }

  /// Value of the header `Signature`.
  public String signature(SigningKey key) {
    return LABEL + "=:" + Base64.getEncoder().encodeToString(key.sign(base())) + ":";
  }

  /// True if the header `Signature` holds `key`'s signature over this request.
  public boolean signedBy(VerifyKey key, String signatureHeader) {
    var signature = SIGNATURE.matcher(signatureHeader);
    return signature.matches()
        && key.accepts(base(), Base64.getDecoder().decode(signature.group(1)));
  }

  private String parameters() {
    return COVERED + ";created=" + created + ";nonce=\"" + nonce + "\";keyid=\"" + keyId
        + "\";alg=\"ed25519\"";
  }

  /// The signature base of RFC 9421, section 2.5.
  private byte[] base() {
    var text = "\"@method\": " + method + "\n\"@authority\": " + authority
        + "\n\"@request-target\": " + target
        + "\n\"content-digest\": " + contentDigest()
        + "\n\"@signature-params\": " + parameters();
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
