package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.server.admin.AdminSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is different once others can reach the server.
class PublicServerTest {
  @TempDir
  Path home;
  @TempDir
  Path tls;

  TestServer behindAProxy() throws Exception {
    return new TestServer(home, Map.of("public-url", "https://vault.example.org",
        "release.wait-floor", "1h"));
  }

  @Test
  void aVaultIsMadeForAnInvitationThatWorksOnce() throws Exception {
    try (var server = behindAProxy()) {
      var owner = new TestOwner(server);
      assertEquals("403 invite-needed", owner.enrol("").refusal());
      assertEquals("403 invite-needed", owner.enrol("00".repeat(16)).refusal());
      var invitation = AdminSocket.ask(home, "invite").orElseThrow();
      assertEquals(201, owner.enrol(invitation).status());
      assertEquals("403 invite-needed", new TestOwner(server).enrol(invitation).refusal());
      assertFalse(owner.info().loopback());
    }
  }

  @Test
  void whatIsSignedForThePublicAddressCountsWhateverNameAProxyPutsIntoTheCall() throws Exception {
    try (var server = behindAProxy()) {
      var owner = new TestOwner(server);
      owner.enrol(AdminSocket.ask(home, "invite").orElseThrow());
      var caller = owner.as(owner.laptop);
      var signed = caller.sign("GET", owner.path(""), Sha256.over(),
          server.clock.wall().getEpochSecond(), TestCaller.nonce());
      assertEquals(200,
          caller.send(signed.at("vault.example.org"), new byte[0], Map.of()).status());
    }
  }

  @Test
  void withoutAnAlarmChannelAVaultWaitsTwiceAsLong() throws Exception {
    try (var server = behindAProxy()) {
      var owner = new TestOwner(server);
      owner.enrol(AdminSocket.ask(home, "invite").orElseThrow());
      var status = TestRequest.byStranger(owner).ask().as(RequestStatus.class);
      assertEquals(TestOwner.WAIT.toSeconds() * 2, status.waitSeconds());
    }
  }

  @Test
  void aShortFloorBehindAPublicAddressIsRefused() {
    var refusal = assertThrows(IllegalArgumentException.class,
        () -> new TestServer(home, Map.of("public-url", "https://vault.example.org")));
    assertTrue(String.valueOf(refusal.getMessage()).contains("release.wait-floor"));
  }

  @Test
  void withACertificateItSpeaksTls() throws Exception {
    makeCertificate();
    try (var server = new TestServer(home,
        Map.of("tls.certificate", tls.resolve("certificate.pem").toString(), "tls.key",
            tls.resolve("key.pem").toString()))) {
      assertEquals("https", server.url().getScheme());
      var answer = client().send(HttpRequest.newBuilder(URI.create(
          "https://localhost:" + server.url().getPort() + "/v1/server")).build(),
          BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      assertTrue(TestCaller.JSON.readValue(answer.body(), ServerInfo.class).loopback());
    }
  }

  /// A certificate of its own, made as an operator would make one for a trial.
  void makeCertificate() throws Exception {
    var store = tls.resolve("store.p12");
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made = new ProcessBuilder(tool, "-genkeypair", "-alias", "server", "-keyalg", "EC",
        "-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2",
        "-storetype", "PKCS12", "-storepass", "password", "-keystore", store.toString())
        .redirectErrorStream(true)
        .redirectOutput(tls.resolve("keytool.log").toFile())
        .start()
        .waitFor();
    assertEquals(0, made);
    var keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
    write("key.pem", "PRIVATE KEY", keys.getKey("server", "password".toCharArray()).getEncoded());
    write("certificate.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
  }

  void write(String file, String kind, byte[] encoded) throws Exception {
    Files.writeString(tls.resolve(file), "-----BEGIN " + kind + "-----\n"
        + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + kind + "-----\n");
  }

  HttpClient client() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(tls.resolve("certificate.pem"))) {
      store.setCertificateEntry("server",
          CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
