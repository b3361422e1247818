package dev.holdfast.server.admin;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ConnectException;
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
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in, one line out, over a socket that only the server's user can reach. The socket's
/// place stands in the home, because a socket's own path must be short.
public final class AdminSocket implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AdminSocket.class);
  private static final int LONGEST_LINE = 1 << 16;

  /// What is done with a line; the answer is written as it comes.
  public interface Command {
    /// @param answer closed by the caller
    void run(String line, Writer answer) throws IOException;
  }

  private final ServerSocketChannel listener;
  private final Path folder;
  private final Path pointer;

  private AdminSocket(ServerSocketChannel listener, Path folder, Path pointer) {
    this.listener = listener;
    this.folder = folder;
    this.pointer = pointer;
  }

  /// Answers each line with what `command` says, until it is closed.
  public static AdminSocket open(Path home, Command command) throws IOException {
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
    var answer = new ArrayList<String>();
    return ask(home, line, answer::add)
        ? Optional.of(String.join("\n", answer))
        : Optional.empty();
  }

  /// Asks the server that runs on `home`, and hands on its answer line by line.
  ///
  /// @return whether one runs
  /// @throws IOException if it runs and does not answer
  public static boolean ask(Path home, String line, Consumer<String> answer) throws IOException {
    if (!Files.exists(pointer(home))) return false;
    var socket = Path.of(Files.readString(pointer(home)));
    if (!Files.exists(socket)) return false;
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.shutdownOutput();
      var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
      for (var one = lines.readLine(); one != null; one = lines.readLine())
        answer.accept(one);
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  private static Path pointer(Path home) {
    return home.resolve("admin.socket");
  }

  /// One call does not wait for another: an import takes long.
  private void serve(Command command) {
    while (listener.isOpen()) {
      try {
        var channel = listener.accept();
        Thread.ofVirtual().name("admin call").start(() -> answer(command, channel));
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException e) {
        if (listener.isOpen()) log.warn("admin socket failed kind={}", e.getClass().getName());
      }
    }
  }

  private static void answer(Command command, SocketChannel channel) {
    try (channel;
        var answer = new BufferedWriter(
            Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      var line = Channels.newInputStream(channel).readNBytes(LONGEST_LINE);
      command.run(new String(line, StandardCharsets.UTF_8).strip(), answer);
    } catch (IOException | RuntimeException e) {
      log.warn("admin command failed kind={}", e.getClass().getName());
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
