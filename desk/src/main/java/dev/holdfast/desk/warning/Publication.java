package dev.holdfast.desk.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.kernel.warning.FeedFile;
import dev.holdfast.kernel.warning.SignedFeed;
import dev.holdfast.kernel.warning.WarningFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A feed as static files, which any web server or mirror can carry (docs/warnings.md, section 5).
public final class Publication {
  private static final ObjectWriter JSON = JsonMapper.builder()
      .build()
      .writerWithDefaultPrettyPrinter();

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Publication(SignedFeed feed) {
    for (var signed : feed.feed().warnings())
      files.put("warnings/" + signed.warning().id() + ".json", json(WarningFile.of(signed)));
    files.put("feed.atom", Atom.of(feed.feed()));
    files.put("feed.json", json(FeedFile.of(feed)));
  }

  /// The same feed gives the same bytes.
  public static Publication of(SignedFeed feed) {
    return new Publication(feed);
  }

  /// The content by name, `/` between folders; the feed itself comes last. The arrays are the
  /// caller's to read.
  public Map<String, byte[]> files() {
    return Map.copyOf(files);
  }

  /// Puts the files into a folder: each is replaced in one step, the feed last, and files of
  /// warnings that the feed no longer holds are removed.
  ///
  /// @param folder made if it is missing
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("warnings"));
    for (var file : files.entrySet())
      replace(folder.resolve(file.getKey()), file.getValue());
    var kept = files.keySet()
        .stream()
        .map(name -> folder.resolve(name).getFileName().toString())
        .collect(Collectors.toSet());
    remove(folder.resolve("warnings"), kept);
  }

  private static void remove(Path folder, Set<String> kept) throws IOException {
    try (var list = Files.list(folder)) {
      for (var file : list.toList()) {
        var name = file.getFileName().toString();
        if (name.matches("[0-9a-f]{32}\\.json") && !kept.contains(name)) Files.delete(file);
      }
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a feed cannot be written as JSON", e);
    }
  }
}
