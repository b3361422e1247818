package dev.holdfast.client.warnings;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.kernel.canonical.MalformedException;
import dev.holdfast.kernel.warning.FeedFile;
import dev.holdfast.kernel.warning.SignedFeed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Fetches a whole feed from any web server, mirror or file. The question is the same for
/// everybody: it tells nothing of who asks or why.
final class FeedSource {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 8 << 20;
  private static final int OK = 200;

  private FeedSource() {}

  /// True if it is fetched over the network.
  static boolean isAddress(String source) {
    return source.startsWith("https://") || source.startsWith("http://");
  }

  /// @throws ClientException UNREACHABLE or ABSENT if nothing comes, DAMAGED if it is no feed
  static SignedFeed fetch(String source) {
    var bytes = isAddress(source) ? download(address(source)) : file(Path.of(source));
    try {
      return Json.read("the feed of " + source, bytes, FeedFile.class).read();
    } catch (MalformedException e) {
      throw new ClientException(Kind.DAMAGED, "what " + source + " holds is no feed of warnings",
          "check the address with the desk", e);
    }
  }

  private static URI address(String source) {
    try {
      return URI.create(source);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.USAGE, "the address of the feed is not understood",
          "write it like https://desk.example.org/warnings/feed.json", e);
    }
  }

  private static byte[] download(URI address) {
    try (var http = HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()) {
      var request = HttpRequest.newBuilder(address)
          .timeout(PATIENCE)
          .header("User-Agent", "holdfast")
          .header("Accept", "application/json")
          .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        if (answer.statusCode() != OK) throw unreachable(address, null);
        return limited(body, address.toString());
      }
    } catch (IOException e) {
      throw unreachable(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(address, e);
    }
  }

  private static byte[] file(Path file) {
    try (var in = Files.newInputStream(file)) {
      return limited(in, file.toString());
    } catch (IOException e) {
      throw new ClientException(Kind.ABSENT, "the feed " + file + " cannot be read",
          "check its name and its rights", e);
    }
  }

  private static byte[] limited(InputStream in, String source) throws IOException {
    var bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES)
      throw new ClientException(Kind.DAMAGED,
          "the feed of " + source + " has more than 8 MiB, which no feed has",
          "check the address with the desk");
    return bytes;
  }

  private static ClientException unreachable(URI address,
      @org.jspecify.annotations.Nullable Exception cause) {
    var sentence = "the feed at " + address + " cannot be fetched";
    var hint = "the warnings that are kept go on working; try again later, or take a mirror";
    return cause == null
        ? new ClientException(Kind.UNREACHABLE, sentence, hint)
        : new ClientException(Kind.UNREACHABLE, sentence, hint, cause);
  }
}
