package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ObjectTest extends ServerTest {
  final byte[] content = bytes(300_000);
  final Sha256 hash = Sha256.over(content);
  final ObjectName name = new ObjectName(Sha256.over(new byte[]{1}).hex());

  @Override
  Map<String, String> settings() {
    return Map.of("quota", "400k");
  }

  static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  TestCaller.Answer head() {
    return owner.as(owner.laptop)
        .call("HEAD", owner.path("/objects/" + name), new byte[0],
            Map.of());
  }

  TestCaller.Answer get(Map<String, String> headers) {
    return owner.as(owner.laptop)
        .call("GET", owner.path("/objects/" + name), new byte[0],
            headers);
  }

  @Test
  void whatWentUpComesDown() {
    assertEquals(201, owner.put(name, content).status());
    assertEquals(hash.hex(), head().header("Holdfast-Sha256"));
    assertEquals("300000", head().header("Content-Length"));
    assertArrayEquals(content, get(Map.of()).body());
    assertEquals(hash.hex(), get(Map.of()).header("Holdfast-Sha256"));
  }

  @Test
  void aPartComesDownByItsRange() {
    owner.put(name, content);
    var part = get(Map.of("Range", "bytes=100-199"));
    assertEquals(206, part.status());
    assertEquals("bytes 100-199/300000", part.header("Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(content, 100, 200), part.body());
    assertArrayEquals(Arrays.copyOfRange(content, 299_990, 300_000),
        get(Map.of("Range", "bytes=299990-")).body());
    assertEquals(416, get(Map.of("Range", "bytes=300000-")).status());
  }

  @Test
  void sentTwiceItIsThereOnceAndAnotherContentIsRefused() {
    owner.put(name, content);
    assertEquals(200, owner.put(name, content).status());
    assertEquals("409 other-content", owner.put(name, new byte[]{1, 2}).refusal());
    assertEquals(300_000, owner.status().storedBytes());
  }

  @Test
  void anUploadGoesOnWhereItStopped() {
    assertEquals("0", head().header("Upload-Offset"));
    var first = Arrays.copyOf(content, 100_000);
    var begun = owner.put(name, first, 0, content.length, hash);
    assertEquals(202, begun.status());
    assertEquals("100000", head().header("Upload-Offset"));
    assertEquals(hash.hex(), head().header("Holdfast-Sha256"));
    assertEquals(404, head().status());
    assertEquals(201, owner.put(name, content, 100_000, content.length, hash).status());
    assertArrayEquals(content, get(Map.of()).body());
  }

  @Test
  void bytesThatAreMissingInBetweenAreAskedFor() {
    var answer = owner.put(name, content, 100_000, content.length, hash);
    assertEquals("409 behind", answer.refusal());
    assertEquals("0", answer.header("Upload-Offset"));
  }

  @Test
  void anUploadSurvivesARestart() throws Exception {
    owner.put(name, Arrays.copyOf(content, 123_456), 0, content.length, hash);
    server.stop();
    server.start();
    assertEquals("123456", head().header("Upload-Offset"));
    assertEquals(201, owner.put(name, content, 123_456, content.length, hash).status());
  }

  @Test
  void aBodyThatBreaksOffLeavesWhatArrived() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      var out = socket.getOutputStream();
      send(out, 50_000);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    assertEquals("50000", head().header("Upload-Offset"));
    assertEquals(201, owner.put(name, content, 50_000, content.length, hash).status());
  }

  /// Signs for the whole content and sends its beginning.
  void send(OutputStream out, int part) throws Exception {
    var caller = owner.as(owner.laptop);
    var path = owner.path("/objects/" + name);
    var call = caller.sign("PUT", path, hash, server.clock.wall().getEpochSecond(),
        TestCaller.nonce());
    var head = "PUT " + path + " HTTP/1.1\r\nHost: " + server.url().getAuthority()
        + "\r\nContent-Length: " + content.length
        + "\r\nUpload-Offset: 0\r\nUpload-Length: " + content.length + "\r\nHoldfast-Sha256: "
        + hash + "\r\nContent-Digest: " + call.contentDigest() + "\r\nSignature-Input: "
        + call.signatureInput() + "\r\nSignature: " + call.signature(owner.laptop.signing())
        + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(content, 0, part);
    out.flush();
  }

  @Test
  void anotherBodyThanAnnouncedIsNotKept() {
    var caller = owner.as(owner.laptop);
    var call = caller.sign("PUT", owner.path("/objects/" + name), Sha256.over(new byte[]{9}),
        server.clock.wall().getEpochSecond(), TestCaller.nonce());
    var answer = caller.send(call, content, Map.of("Upload-Offset", "0", "Upload-Length",
        "300000", "Holdfast-Sha256", hash.hex()));
    assertEquals("401 unsigned", answer.refusal());
    assertEquals("0", head().header("Upload-Offset"));
  }

  @Test
  void aWholeWithAnotherHashIsNotStored() {
    var answer = owner.put(name, content, 0, content.length, Sha256.over(new byte[]{3}));
    assertEquals("400 bad-request", answer.refusal());
    assertEquals(404, head().status());
    assertEquals("0", head().header("Upload-Offset"));
  }

  @Test
  void aQuotaIsAnAnswerAndCountsWhatIsUnfinished() {
    owner.put(name, Arrays.copyOf(content, 100_000), 0, content.length, hash);
    var other = new ObjectName(Sha256.over(new byte[]{2}).hex());
    assertEquals("507 quota", owner.put(other, bytes(310_000)).refusal());
    assertEquals(201, owner.put(other, bytes(300_000)).status());
    assertEquals("507 quota",
        owner.put(name, content, 100_000, content.length, hash).refusal());
  }

  @Test
  void uploadsUnderWayAreCountedAgainstTheQuota() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      send(socket.getOutputStream(), 270_000);
      await(() -> !head().header("Upload-Offset").equals("0"));
      var other = new ObjectName(Sha256.over(new byte[]{2}).hex());
      assertEquals("507 quota", owner.put(other, bytes(200_000)).refusal());
    }
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("it did not come to pass");
      Thread.onSpinWait();
    }
  }

  @Test
  void aFullDiskIsAnAnswer() throws Exception {
    server.restart(Map.of("disk.keep-free", "999999t"));
    assertEquals("507 disk-full", owner.put(name, content).refusal());
  }

  @Test
  void onlyAnActiveDeviceWrites() {
    var stranger = TestDevice.named("stranger");
    var answer = owner.as(stranger)
        .call("PUT", owner.path("/objects/" + name), content,
            Map.of("Upload-Offset", "0", "Upload-Length", "300000", "Holdfast-Sha256", hash.hex()));
    assertEquals("401 unsigned", answer.refusal());
  }
}
