package dev.holdfast.server;

import dev.holdfast.server.config.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// The operator's certificate and key, in PEM as every certificate authority hands them out.
final class Certificates {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private Certificates() {}

  /// @throws IllegalArgumentException with a sentence for the operator
  static SslContextFactory.Server contexts(Settings settings) {
    var certificate = settings.file("tls.certificate").orElseThrow();
    var key = settings.file("tls.key").orElseThrow();
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key(key), new char[0], chain(certificate));
      var contexts = new SslContextFactory.Server();
      contexts.setKeyStore(store);
      contexts.setKeyStorePassword("");
      contexts.setIncludeProtocols("TLSv1.3", "TLSv1.2");
      return contexts;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "tls.certificate and tls.key: cannot read " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "tls.certificate and tls.key: expected a certificate in PEM and its key", e);
    }
  }

  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    var bytes = new ByteArrayInputStream(Files.readAllBytes(file));
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(bytes)
        .toArray(Certificate[]::new);
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    var text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin)
      throw new IllegalArgumentException("tls.key: expected a PEM file with " + BEGIN
          + "; \"openssl pkcs8 -topk8 -nodes\" makes one");
    var encoded = new PKCS8EncodedKeySpec(
        Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
    for (var algorithm : List.of("EC", "RSA", "Ed25519")) {
      var key = read(algorithm, encoded);
      if (key.isPresent()) return key.get();
    }
    throw new GeneralSecurityException("no known kind of key");
  }

  /// Empty if it is a key of another kind: the file does not name its kind where we could read it.
  private static Optional<PrivateKey> read(String algorithm, PKCS8EncodedKeySpec encoded)
      throws GeneralSecurityException {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    }
  }
}
