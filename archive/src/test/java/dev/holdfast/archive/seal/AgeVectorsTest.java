package dev.holdfast.archive.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.exceptionfactory.jagged.DecryptingChannelFactory;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dev.holdfast.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The C2SP vectors for age (CCTV): each file says what a reader has to make of it.
class AgeVectorsTest {
  @SuppressWarnings("ArrayRecordComponent") // read once, compared never
  record Vector(String name, Map<String, String> head, List<String> identities, byte[] file) {
    static Vector read(Path path) throws IOException {
      var bytes = Files.readAllBytes(path);
      var head = new TreeMap<String, String>();
      var identities = new ArrayList<String>();
      int from = 0;
      while (true) {
        int end = from;
        while (bytes[end] != '\n')
          end++;
        var line = new String(bytes, from, end - from, java.nio.charset.StandardCharsets.UTF_8);
        from = end + 1;
        if (line.isEmpty()) break;
        var parts = line.split(": ", 2);
        if (parts[0].equals("identity")) identities.add(parts[1]);
        else
          head.put(parts[0], parts[1]);
      }
      byte[] file = java.util.Arrays.copyOfRange(bytes, from, bytes.length);
      if ("zlib".equals(head.get("compressed")))
        file = new InflaterInputStream(new ByteArrayInputStream(file)).readAllBytes();
      return new Vector(path.getFileName().toString(), head, identities, file);
    }

    String said(String key) {
      return head.getOrDefault(key, "");
    }

    boolean hybridOnly() {
      var text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      return name.contains("hybrid") && !text.contains("-> X25519");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> hybridAndX25519() throws IOException {
    var folder = folder();
    if (!Files.isDirectory(folder))
      return Stream.of(new Vector("absent", Map.of(), List.of(), new byte[0]));
    try (var files = Files.list(folder)) {
      return files.sorted()
          .map(AgeVectorsTest::vector)
          .filter(AgeVectorsTest::isOurs)
          .toList()
          .stream();
    }
  }

  private static Path folder() {
    var data = System.getenv("HOLDFAST_DATA");
    var root = data == null
        ? Path.of(System.getProperty("holdfast.root", ".."), "..", "shared")
        : Path.of(data);
    return root.resolve("vectors/age");
  }

  private static Vector vector(Path path) {
    try {
      return Vector.read(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Passphrase files are not ours.
  private static boolean isOurs(Vector vector) {
    return !vector.head.containsKey("passphrase");
  }

  @ParameterizedTest
  @MethodSource("hybridAndX25519")
  void everyVectorGivesItsExpectedResult(Vector vector) throws Exception {
    assumeTrue(!vector.name.equals("absent"), "no vectors: set HOLDFAST_DATA to run this");
    var expected = vector.said("expect");
    var found = open(vector);
    if (expected.equals("success")) assertEquals("success " + vector.said("payload"), found);
    else if (vector.hybridOnly())
      assertEquals("no match".equals(expected) ? "no match" : "failure", found);
    // The library's own stanzas do not tell a malformed one from one for somebody else.
    else
      assertNotEquals("success", found.split(" ", 2)[0]);
  }

  /// `success` and the payload's hash, `no match`, or `failure`.
  private static String open(Vector vector) throws Exception {
    DecryptingChannelFactory factory = "yes".equals(vector.head.get("armored"))
        ? new ArmoredDecryptingChannelFactory()
        : new StandardDecryptingChannelFactory();
    var plain = new ByteArrayOutputStream();
    try (var in = Channels.newChannel(new ByteArrayInputStream(vector.file));
        var channel = factory.newDecryptingChannel(in, readers(vector))) {
      var buffer = ByteBuffer.allocate(1 << 16);
      while (channel.read(buffer.clear()) >= 0)
        plain.write(buffer.array(), 0, buffer.position());
    } catch (UnsupportedRecipientStanzaException e) {
      return "no match";
    } catch (IOException | java.security.GeneralSecurityException | RuntimeException e) {
      return "failure";
    }
    return "success " + Sha256.over(plain.toByteArray());
  }

  private static List<RecipientStanzaReader> readers(Vector vector) throws Exception {
    var readers = new ArrayList<RecipientStanzaReader>();
    for (var identity : vector.identities)
      readers.add(identity.startsWith("AGE-SECRET-KEY-PQ-")
          ? HybridStanza.reader(Identity.parse(identity))
          : X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
    return readers;
  }
}
