package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.MalformedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signed feed as JSON has it (docs/warnings.md, section 5).
public record FeedFile(@Nullable String format, @Nullable String desk, @Nullable String key,
    @Nullable Long sequence, @Nullable String issued, @Nullable String expires,
    @Nullable List<@Nullable WarningFile> warnings, @Nullable List<@Nullable Revoked> revoked,
    @Nullable String signature) {
  /// What `format` says.
  public static final String FORMAT = "holdfast-feed-1";

  /// A warning that was taken back.
  public record Revoked(@Nullable String id, @Nullable String at, @Nullable String reason) {}

  /// The file of a feed.
  public static FeedFile of(SignedFeed signed) {
    var feed = signed.feed();
    return new FeedFile(FORMAT, feed.desk(), feed.key().hex(), feed.sequence(),
        feed.issuedAt().toString(), feed.expiresAt().toString(),
        feed.warnings().stream().map(WarningFile::of).toList(),
        feed.revoked()
            .stream()
            .map(r -> new Revoked(r.id().hex(), r.at().toString(), r.reason().word()))
            .toList(),
        signed.seal().hex());
  }

  /// The feed in it; no signature is checked yet.
  ///
  /// @throws MalformedException if a field is missing or out of range
  public SignedFeed read() {
    try {
      if (!FORMAT.equals(format)) throw new IllegalArgumentException("another format");
      return new SignedFeed(feed(), new Seal(Given.value(signature)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MalformedException("expected a feed of warnings but found something else");
    }
  }

  private Feed feed() {
    return new Feed(Given.value(desk), new VerifyKey(Given.value(key)), Given.value(sequence),
        Instant.parse(Given.value(issued)), Instant.parse(Given.value(expires)),
        Given.each(warnings, WarningFile::read), Given.each(revoked, FeedFile::revocation));
  }

  private static Revocation revocation(Revoked file) {
    return new Revocation(new WarningId(Given.value(file.id())),
        Instant.parse(Given.value(file.at())), Revocation.Reason.of(Given.value(file.reason())));
  }
}
