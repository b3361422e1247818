package dev.holdfast.desk.warning;

import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.warning.Templates;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.warning.Feed;
import dev.holdfast.kernel.warning.Revocation;
import dev.holdfast.kernel.warning.Salt;
import dev.holdfast.kernel.warning.SignedFeed;
import dev.holdfast.kernel.warning.Warning;
import dev.holdfast.kernel.warning.WarningId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The warnings of one desk. Safe beside another process that works in the same folder.
public final class Warnings {
  private final Path folder;
  private final WarningStore store;
  private final DeskTerms terms;
  private final Clock clock;
  private final SecureRandom random;

  /// @param folder the desk's own, made if it is missing
  public Warnings(Path folder, DeskTerms terms, Clock clock, SecureRandom random) {
    this.folder = folder;
    this.store = new WarningStore(folder);
    this.terms = terms;
    this.clock = clock;
    this.random = random;
  }

  /// Writes a draft down.
  ///
  /// @param by who wrote it
  /// @throws IllegalArgumentException with a sentence, if it is over already or a message is
  ///           too short
  public Entry write(Proposal proposal, String by) {
    var now = now();
    var salt = Salt.random(random);
    var templates = new Templates(Lexicon.load());
    var warning = new Warning(WarningId.random(random), now, proposal.from().orElse(now),
        proposal.until(), proposal.asks().stream().map(ask -> ask.wire()).toList(), salt,
        proposal.wordings(),
        proposal.messages().stream().map(text -> templates.of(text, salt)).toList());
    var entry = new Entry(warning, by, now, Optional.empty(), Optional.empty());
    return alone(() -> kept(entry));
  }

  /// Approves a draft: from now on it is in the feed.
  ///
  /// @param by who looked at it
  public Step approve(WarningId id, String by) {
    return alone(() -> move(id, entry -> approved(entry, by)));
  }

  private Step approved(Entry entry, String by) {
    var now = now();
    var hindrance = new ApprovalRule(terms.fourEyes()).hinders(entry, by, now);
    if (hindrance.isPresent()) return new Step.Refused(hindrance.get());
    var draft = entry.warning();
    var warning = new Warning(draft.id(), now, draft.from(), draft.until(), draft.asks(),
        draft.salt(), draft.wordings(), draft.templates());
    var seal = withKey(key -> warning.sign(key).seal());
    return new Step.Done(kept(new Entry(warning, entry.author(), entry.writtenAt(),
        Optional.of(new Entry.Approval(by, now, seal)), Optional.empty())));
  }

  /// Takes a warning back, draft or not. One person is enough: a false alarm has to end at once.
  public Step revoke(WarningId id, String by, Revocation.Reason reason) {
    return alone(() -> move(id, entry -> entry.withdrawal().isPresent()
        ? new Step.Refused(Step.Reason.REVOKED_ALREADY)
        : new Step.Done(kept(new Entry(entry.warning(), entry.author(), entry.writtenAt(),
            entry.approval(), Optional.of(new Entry.Withdrawal(by, now(), reason)))))));
  }

  private Step move(WarningId id, Function<Entry, Step> step) {
    return store.find(id).map(step).orElseGet(Step.Absent::new);
  }

  /// All warnings, oldest first.
  public List<Entry> all() {
    return alone(store::all);
  }

  /// The key by which devices know this desk.
  public VerifyKey key() {
    return alone(() -> withKey(SigningKey::verifyKey));
  }

  /// What the desk says now. It is issued again once half of its time is over, or when something
  /// has changed.
  public SignedFeed feed() {
    return alone(this::issued);
  }

  private SignedFeed issued() {
    var now = now();
    var all = store.all();
    var last = store.lastFeed();
    return withKey(key -> {
      var feed = feed(all, last, key.verifyKey(), now);
      if (last.isPresent() && stillSays(last.get().feed(), feed, now)) return last.get();
      var signed = feed.sign(key);
      store.keep(signed);
      return signed;
    });
  }

  /// Numbers follow the time, so that a desk restored from a backup does not use one twice.
  private Feed feed(List<Entry> all, Optional<SignedFeed> last, VerifyKey key, Instant now) {
    long sequence = Math.max(last.map(l -> l.feed().sequence() + 1).orElse(1L),
        now.getEpochSecond());
    var shown = all.stream().filter(e -> now.isBefore(e.warning().until())).toList();
    return new Feed(terms.name(), key, sequence, now, now.plus(terms.valid()),
        shown.stream()
            .filter(e -> e.withdrawal().isEmpty())
            .flatMap(e -> e.signed().stream())
            .toList(),
        shown.stream().flatMap(e -> e.revocation().stream()).toList());
  }

  private boolean stillSays(Feed last, Feed next, Instant now) {
    return last.desk().equals(next.desk()) && last.key().equals(next.key())
        && last.warnings().equals(next.warnings()) && last.revoked().equals(next.revoked())
        && !now.isBefore(last.issuedAt())
        && now.isBefore(last.issuedAt().plus(terms.valid().dividedBy(2)))
        && now.isBefore(last.expiresAt());
  }

  private Entry kept(Entry entry) {
    store.keep(entry);
    return entry;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private <T> T withKey(Function<SigningKey, T> use) {
    try (var key = DeskKey.in(folder, random)) {
      return use.apply(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T alone(Supplier<T> work) {
    try {
      return DeskFolder.alone(folder, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
