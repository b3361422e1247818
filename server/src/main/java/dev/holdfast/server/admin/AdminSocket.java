package dev.holdfast.server.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in, one line out, over a socket that only the server's user can reach. The socket's
/// place stands in the home, because a socket's own path must be short.
public final class AdminSocket implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AdminSocket.class);
  private static final int LONGEST_LINE = 1024;

  private final ServerSocketChannel listener;
  private final Path folder;
  private final Path pointer;

  private AdminSocket(ServerSocketChannel listener, Path folder, Path pointer) {
    this.listener = listener;
    this.folder = folder;
    this.pointer = pointer;
  }

  /// Answers each line with what `command` says, until it is closed.
  public static AdminSocket open(Path home, UnaryOperator<String> command) throws IOException {
    // Made for its owner alone.
    var folder = Files.createTempDirectory("holdfast-server");
    var socket = folder.resolve("admin");
    var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    Files.writeString(pointer(home), socket.toString());
    var admin = new AdminSocket(listener, folder, pointer(home));
    Thread.ofVirtual().name("admin").start(() -> admin.serve(command));
    return admin;
  }

  /// Asks the server that runs on `home`; empty if none does.
  ///
  /// @throws IOException if it runs and does not answer
  public static Optional<String> ask(Path home, String line) throws IOException {
    if (!Files.exists(pointer(home))) return Optional.empty();
    var socket = Path.of(Files.readString(pointer(home)));
    if (!Files.exists(socket)) return Optional.empty();
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.shutdownOutput();
      var answer = Channels.newInputStream(channel).readAllBytes();
      return Optional.of(new String(answer, StandardCharsets.UTF_8));
    }
  }

  private static Path pointer(Path home) {
    return home.resolve("admin.socket");
  }

  private void serve(UnaryOperator<String> command) {
    while (listener.isOpen()) {
      try (var channel = listener.accept()) {
        var line = Channels.newInputStream(channel).readNBytes(LONGEST_LINE);
        var answer = command.apply(new String(line, StandardCharsets.UTF_8).strip());
        channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException | RuntimeException e) {
        if (listener.isOpen()) log.warn("admin command failed kind={}", e.getClass().getName());
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      Files.deleteIfExists(pointer);
      Files.deleteIfExists(folder.resolve("admin"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
