package dev.holdfast.desk.warning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.kernel.warning.FeedFile;
import dev.holdfast.kernel.warning.Revocation;
import dev.holdfast.kernel.warning.Seal;
import dev.holdfast.kernel.warning.SignedFeed;
import dev.holdfast.kernel.warning.Warning;
import dev.holdfast.kernel.warning.WarningId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The warnings of a desk, a file each, and the feed issued last. A desk has tens of warnings, not
/// thousands; files of their own can be read, kept and compared without this program.
final class WarningStore {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private record Kept(String warning, String author, String writtenAt,
      @Nullable String approvedBy, @Nullable String approvedAt, @Nullable String seal,
      @Nullable String revokedBy, @Nullable String revokedAt, @Nullable String reason) {}

  private final Path folder;

  WarningStore(Path folder) {
    this.folder = folder;
  }

  void keep(Entry entry) {
    var approval = entry.approval();
    var withdrawal = entry.withdrawal();
    var kept = new Kept(Base64.getEncoder().encodeToString(entry.warning().encode()),
        entry.author(), entry.writtenAt().toString(),
        approval.map(Entry.Approval::by).orElse(null),
        approval.map(a -> a.at().toString()).orElse(null),
        approval.map(a -> a.seal().hex()).orElse(null),
        withdrawal.map(Entry.Withdrawal::by).orElse(null),
        withdrawal.map(w -> w.at().toString()).orElse(null),
        withdrawal.map(w -> w.reason().word()).orElse(null));
    write(entry.id().hex() + ".json", kept);
  }

  Optional<Entry> find(WarningId id) {
    var file = folder.resolve(id.hex() + ".json");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// Oldest first.
  List<Entry> all() {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().matches("[0-9a-f]{32}\\.json"))
          .map(WarningStore::read)
          .sorted(Comparator.comparing(Entry::writtenAt).thenComparing(Entry::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<SignedFeed> lastFeed() {
    var file = folder.resolve("feed.json");
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), FeedFile.class).read());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  void keep(SignedFeed feed) {
    write("feed.json", FeedFile.of(feed));
  }

  private static Entry read(Path file) {
    try {
      var kept = JSON.readValue(Files.readAllBytes(file), Kept.class);
      return new Entry(Warning.decode(Base64.getDecoder().decode(kept.warning())), kept.author(),
          Instant.parse(kept.writtenAt()), approval(kept), withdrawal(kept));
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  private static Optional<Entry.Approval> approval(Kept kept) {
    if (kept.approvedBy() == null || kept.approvedAt() == null || kept.seal() == null)
      return Optional.empty();
    return Optional.of(new Entry.Approval(kept.approvedBy(), Instant.parse(kept.approvedAt()),
        new Seal(kept.seal())));
  }

  private static Optional<Entry.Withdrawal> withdrawal(Kept kept) {
    if (kept.revokedBy() == null || kept.revokedAt() == null || kept.reason() == null)
      return Optional.empty();
    return Optional.of(new Entry.Withdrawal(kept.revokedBy(), Instant.parse(kept.revokedAt()),
        Revocation.Reason.of(kept.reason())));
  }

  private static IllegalStateException damaged(Path file) {
    return new IllegalStateException(
        "the desk's file " + file.getFileName() + " is not as it was written");
  }

  private void write(String name, Object value) {
    try {
      DeskFolder.replace(folder.resolve(name), JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
