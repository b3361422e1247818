package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// People without any key who hold the server up.
class StrangersTest extends ServerTest {
  private static final int MOST_BODIES = 64;
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void onlySoManyBodiesOfStrangersAreReadAtOnceAndOwnersAreServedMeanwhile() throws Exception {
    var trickling = new ArrayList<Socket>();
    try {
      for (int i = 0; i < MOST_BODIES; i++)
        trickling.add(beginsToSpeak());
      awaitRefusal("429 too-many-requests");
      assertEquals(200, owner.as(owner.laptop).get(owner.path("")).status());
      assertEquals(200, owner.as(owner.phone).post(owner.path("/lock")).status());
    } finally {
      for (var socket : trickling)
        socket.close();
    }
    awaitRefusal("400 bad-request");
  }

  private void awaitRefusal(String expected) throws InterruptedException {
    var deadline = Instant.now().plus(Duration.ofSeconds(60));
    var found = "";
    while (!found.equals(expected)) {
      assertTrue(Instant.now().isBefore(deadline), found);
      found = owner.as(TestDevice.named("stranger"))
          .call("POST", "/v1/requests", BODY, Map.of())
          .refusal();
      Thread.sleep(20);
    }
  }

  /// A request whose body never ends.
  private Socket beginsToSpeak() throws IOException {
    var caller = owner.as(TestDevice.named("stranger"));
    var call = caller.sign("POST", "/v1/requests", Sha256.over(BODY),
        server.clock.wall().getEpochSecond(), TestCaller.nonce());
    var url = server.url();
    var head = List.of("POST /v1/requests HTTP/1.1", "Host: " + url.getRawAuthority(),
        "Content-Length: 1000", "Content-Digest: " + call.contentDigest(),
        "Signature-Input: " + call.signatureInput(), "", "{");
    var socket = new Socket(url.getHost(), url.getPort());
    socket.getOutputStream()
        .write(String.join("\r\n", head).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }
}
