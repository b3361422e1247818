package dev.holdfast.client.watch;

import dev.holdfast.client.home.Home;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.draft.Draft;
import dev.holdfast.guard.draft.Finding;
import dev.holdfast.guard.draft.Outgoing;
import dev.holdfast.signalcli.Content;
import dev.holdfast.signalcli.Daemon;
import dev.holdfast.signalcli.Event;
import dev.holdfast.signalcli.Feed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Screens what arrives through a signal-cli daemon, one event after the other. An event is in the
/// sealed inbox before it is acknowledged, and leaves it once screened.
public final class Watch implements AutoCloseable {
  private final Inbox inbox;
  private final Parts parts;
  private final Contacts contacts;
  private final Draft draft;
  private final Redaction redaction;
  private final Optional<Evidence> evidence;
  private final Map<String, Talk> talks = new HashMap<>();
  private final Feed feed;

  /// What a watch is made of.
  ///
  /// @param daemon closed with the watch
  /// @param screen asked at each judgement: warnings may come and go meanwhile
  /// @param drafts makes guards over the owner's secrets
  /// @param evidenceFor who may read the evidence; empty to keep none
  /// @param pictures reads attachments
  /// @param channels where warnings go
  /// @param line told when the line is made or lost
  public record Parts(Daemon daemon, Supplier<Screen> screen, Supplier<Draft> drafts,
      Optional<dev.holdfast.archive.seal.Recipient> evidenceFor, Pictured pictures,
      List<Warning.Channel> channels, Consumer<Boolean> line, Clock clock) {
    /// Copies the list.
    public Parts { channels = List.copyOf(channels); }
  }

  /// @param home keeps inbox and evidence, in `watch`
  public Watch(Home home, SecureRandom random, Parts parts) {
    var folder = home.folder().resolve("watch");
    this.parts = parts;
    inbox = Inbox.in(folder, random);
    contacts = new Contacts(parts.daemon());
    draft = parts.drafts().get();
    redaction = new Redaction(parts.drafts());
    evidence = parts.evidenceFor().map(to -> new Evidence(folder.resolve("evidence"), to));
    feed = new Feed(parts.daemon(), inbox.place(), new Sealing());
  }

  /// Screens what was left by an earlier run, then what arrives, until it is closed.
  ///
  /// @throws dev.holdfast.signalcli.SignalCliException REFUSED if the daemon will not have it
  public void run() {
    for (var name : inbox.names())
      screen(name, inbox.read(name));
    feed.run();
  }

  /// Between the daemon and the screen.
  private final class Sealing implements Feed.Sink {
    @Override
    public void keep(Event event, String id) {
      var name = inbox.put(event, id);
      if (!name.isEmpty()) screen(name, event);
    }

    @Override
    public void line(boolean connected) {
      parts.line().accept(connected);
    }
  }

  private void screen(String name, Event event) {
    if (!inbox.isDone(event)) {
      var now = parts.clock().instant();
      evidence.ifPresent(kept -> kept.sweep(now));
      take(event, now);
    }
    inbox.done(name, event);
  }

  private void take(Event event, Instant now) {
    switch (event.content()) {
      case Content.Received(var message) -> them(event, message, Entry.Kind.MESSAGE, 0, now);
      case Content.Edited(var target, var message) ->
        them(event, message, Entry.Kind.EDIT, target, now);
      case Content.Deleted(var target, var group) -> deleted(event, target, group, now);
      case Content.Sent(var to, var target, var message) -> mine(event, to, target, message, now);
      case Content.Unreadable(var type) -> {
        // nothing to read; it comes again once the sender is trusted
      }
      case Content.Other() -> {
        // receipts, typing, calls
      }
    }
  }

  private void them(Event event, Content.Message message, Entry.Kind kind, long target,
      Instant now) {
    if (message.isEmpty()) return;
    var key = message.group().isEmpty() ? event.source() : message.group();
    var talk = talk(event, key);
    talk.named(message.group().isEmpty() ? event.name() : message.groupName());
    talk.add(new Entry(kind, false, event.timestamp(), target, message.text(),
        parts.pictures().attachments(message, event.source())));
    judge(key, talk, event.source(), !message.group().isEmpty(), now);
  }

  private void deleted(Event event, long target, String group, Instant now) {
    var key = group.isEmpty() ? event.source() : group;
    var talk = talk(event, key);
    talk.add(new Entry(Entry.Kind.DELETE, false, event.timestamp(), target, "", List.of()));
    judge(key, talk, event.source(), !group.isEmpty(), now);
  }

  private void mine(Event event, String to, long target, Content.Message message, Instant now) {
    var key = message.group().isEmpty() ? to : message.group();
    if (key.isEmpty() || key.equals(event.source())) return;
    var talk = talk(event, key);
    var text = leaving(talk, key, message.text(), now);
    talk.add(new Entry(target == 0 ? Entry.Kind.MESSAGE : Entry.Kind.EDIT, true, event.timestamp(),
        target, text, List.of()));
    judge(key, talk, to, !message.group().isEmpty(), now);
  }

  /// Looks at what the owner sent from another device, and names own secrets in it.
  private String leaving(Talk talk, String key, String text, Instant now) {
    var outgoing = new Outgoing(key, text, contacts.knows(key, now), talk.level() != Level.CLEAR,
        now);
    var finding = draft.look(outgoing);
    draft.sent(outgoing);
    if (!(finding instanceof Finding.Stop stop)) return text;
    warn(new Warning(talk.name(), Level.DANGER, List.of(), "own-secret-left", "",
        stop.kind().name().toLowerCase(java.util.Locale.ROOT)));
    talk.hide(entry -> entry.mine()
        ? entry.withText(Redaction.pieces(entry.text(), stop.kind()))
        : entry);
    return redaction.of(Redaction.without(text, stop));
  }

  private void judge(String key, Talk talk, String person, boolean group, Instant now) {
    var verdict = parts.screen()
        .get()
        .judge(talk.conversation(!group && contacts.knows(person, now), group));
    if (talk.raise(verdict.level())) warn(warning(talk, verdict));
    if (talk.level() != Level.CLEAR)
      evidence.ifPresent(kept -> kept.add(key, named(talk.unkept()), verdict, now));
  }

  /// The other side may quote what it was given.
  private List<Entry> named(List<Entry> entries) {
    var named = new ArrayList<Entry>(entries.size());
    for (var entry : entries) {
      var text = redaction.of(entry.text());
      named.add(text.equals(entry.text()) ? entry : entry.withText(text));
    }
    return named;
  }

  private static Warning warning(Talk talk, Verdict verdict) {
    return new Warning(talk.name(), verdict.level(), verdict.asks(), verdict.advice().key(),
        verdict.advice().sentence(), "");
  }

  private void warn(Warning warning) {
    parts.channels().forEach(channel -> channel.tell(warning));
  }

  private Talk talk(Event event, String key) {
    return talks.computeIfAbsent(event.account() + '/' + key, k -> new Talk());
  }

  @Override
  public void close() {
    feed.close();
  }
}
