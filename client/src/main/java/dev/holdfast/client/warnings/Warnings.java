package dev.holdfast.client.warnings;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.PrivateFile;
import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.warning.Notice;
import dev.holdfast.guard.warning.Notices;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.warning.SignedFeed;
import dev.holdfast.kernel.warning.SignedWarning;
import dev.holdfast.kernel.warning.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The desks that a home follows, and what they warn of. A vault is not needed.
public final class Warnings {
  private static final Object MONITOR = new Object();
  private static final DateTimeFormatter DAY = DateTimeFormatter
      .ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  /// @param home keeps the feeds, in `warnings`
  public Warnings(Home home, Clock clock) {
    folder = home.folder().resolve("warnings");
    this.clock = clock;
  }

  /// What an update brought.
  ///
  /// @param desk what is kept now
  /// @param before the number of the feed kept before, 0 if none was
  /// @param fresh warnings that hold and were not there before
  public record Update(Subscription desk, long before, List<Warning> fresh) {
    /// Copies the list.
    public Update { fresh = List.copyOf(fresh); }
  }

  /// Follows a desk from now on, and fetches its feed.
  ///
  /// @param source an address or a file; it replaces the source used for this key before
  /// @param key the desk's key, learned from the desk on another way
  /// @throws ClientException UNREACHABLE or ABSENT if no feed comes, DAMAGED if it is forged, older
  ///           than what was seen, or expired; then what is kept stays as it was
  public Update update(String source, VerifyKey key) {
    var fresh = checked(source, key);
    return locked(() -> take(source, key, fresh));
  }

  /// Fetches the feed of a desk that is followed.
  public Update update(Subscription desk) {
    return update(desk.source(), desk.key());
  }

  private Update take(String source, VerifyKey key, SignedFeed fresh) {
    var kept = find(key);
    refuse(source, Succession.decide(kept.map(Subscription::feed), fresh, clock.instant()),
        fresh);
    var now = new Subscription(source, key, fresh);
    PrivateFile.replace(file(key), now.encode());
    return new Update(now, kept.map(k -> k.feed().feed().sequence()).orElse(0L), fresh(kept, now));
  }

  private List<Warning> fresh(Optional<Subscription> kept, Subscription now) {
    var known = new HashSet<>();
    kept.ifPresent(k -> k.feed().feed().warnings().forEach(w -> known.add(w.warning().id())));
    return holding(now).stream().filter(warning -> !known.contains(warning.id())).toList();
  }

  /// Checks a feed as [#update] does, and keeps nothing.
  ///
  /// @return the feed
  public SignedFeed verify(String source, VerifyKey key) {
    var fresh = checked(source, key);
    refuse(source, Succession.decide(find(key).map(Subscription::feed), fresh, clock.instant()),
        fresh);
    return fresh;
  }

  private static SignedFeed checked(String source, VerifyKey key) {
    var feed = FeedSource.fetch(source);
    if (!feed.holds(key))
      throw new ClientException(Kind.DAMAGED,
          "the feed of " + source + " is not signed by the key " + key.hex().substring(0, 16) + "…",
          "nothing was taken from it; compare the key with the desk on another way");
    return feed;
  }

  /// The sentence and the way out for each fault; DAMAGED all of them.
  private static void refuse(String source, Succession step, SignedFeed fresh) {
    if (!(step instanceof Succession.Refused(var fault))) return;
    var feed = fresh.feed();
    var name = "the feed of " + source;
    var keep = "; what is kept stays as it was";
    throw switch (fault) {
      case ROLLED_BACK -> damaged(
          name + " has the number " + feed.sequence() + ", lower than one seen before",
          "somebody serves an old one: try another mirror, or ask the desk" + keep);
      case FORKED -> damaged(
          name + " differs from one of the same number (" + feed.sequence() + ") seen before",
          "the desk's key signs for two: ask the desk on another way" + keep);
      case FROZEN -> damaged(
          name + " expired on " + DAY.format(feed.expiresAt())
              + " and is still the one seen before",
          "newer warnings may be held back: try another mirror, or ask the desk" + keep);
      case STALE -> damaged(name + " expired on " + DAY.format(feed.expiresAt()),
          "newer warnings may be held back: try another mirror, or ask the desk" + keep);
      case AHEAD_OF_TIME -> damaged(
          name + " was issued on " + DAY.format(feed.issuedAt()) + ", which is yet to come",
          "check the clock of this machine" + keep);
    };
  }

  private static ClientException damaged(String sentence, String hint) {
    return new ClientException(Kind.DAMAGED, sentence, hint);
  }

  /// Every desk that is followed, by key.
  ///
  /// @throws ClientException DAMAGED if a kept feed is not as it was written
  public List<Subscription> desks() {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
          .sorted()
          .map(Warnings::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a desk warns of now.
  public List<Warning> holding(Subscription desk) {
    var now = clock.instant();
    return desk.feed()
        .feed()
        .warnings()
        .stream()
        .map(SignedWarning::warning)
        .filter(warning -> warning.holdsAt(now))
        .toList();
  }

  /// True if the desk should have been heard again by now.
  public boolean isOverdue(Subscription desk) {
    return !clock.instant().isBefore(desk.feed().feed().expiresAt());
  }

  /// All that holds now, for the guard. A warning goes on to hold when its feed has expired: being
  /// cut off from the desk is no reason to know less.
  ///
  /// @param language of the reader, a BCP 47 tag
  public Notices notices(String language) {
    var notices = new ArrayList<Notice>();
    for (var desk : desks())
      for (var warning : holding(desk))
        notices.add(notice(warning, language));
    return Notices.of(notices);
  }

  private static Notice notice(Warning warning, String language) {
    var asks = Ask.ALL.stream().filter(ask -> warning.asks().contains(ask.wire())).toList();
    return new Notice(warning.id(), warning.wording(language).title(), asks, warning.salt(),
        warning.templates());
  }

  /// Follows a desk no longer, and forgets what was seen of it.
  ///
  /// @return false if it was not followed
  public boolean forget(VerifyKey key) {
    return locked(() -> {
      try {
        return Files.deleteIfExists(file(key));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private Optional<Subscription> find(VerifyKey key) {
    var file = file(key);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static Subscription read(Path file) {
    try {
      return Subscription.decode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(VerifyKey key) {
    return folder.resolve(key.hex());
  }

  /// Two updates at once must not put an older feed over a newer one.
  private <T> T locked(java.util.function.Supplier<T> step) {
    synchronized (MONITOR) {
      PrivateFile.folder(folder);
      try (
          var channel = PrivateFile.lockFile(folder.resolve("lock"));
          var held = channel.lock()) {
        if (!held.isValid()) throw new IOException("the lock of the folder warnings was lost");
        return step.get();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Instant now() {
    return clock.instant();
  }
}
