package dev.holdfast.server;

import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.server.admin.AdminSocket;
import dev.holdfast.server.api.Api;
import dev.holdfast.server.api.Features;
import dev.holdfast.server.config.Home;
import dev.holdfast.server.config.Settings;
import dev.holdfast.server.database.Sqlite;
import dev.holdfast.server.desk.Desk;
import dev.holdfast.server.desk.DeskCommand;
import dev.holdfast.server.gate.Gate;
import dev.holdfast.server.gate.Names;
import dev.holdfast.server.help.HelpPages;
import dev.holdfast.server.mail.MailCourier;
import dev.holdfast.server.sharing.TaxiiPages;
import dev.holdfast.server.veto.VetoPage;
import dev.holdfast.server.warning.FeedPages;
import dev.holdfast.server.warning.WarningDesk;
import dev.holdfast.vault.account.Accounts;
import dev.holdfast.vault.account.Invitations;
import dev.holdfast.vault.account.VaultTerms;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.alarm.Channels;
import dev.holdfast.vault.alarm.Deliveries;
import dev.holdfast.vault.alarm.VetoTokens;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.TimeSource;
import dev.holdfast.vault.epoch.Epochs;
import dev.holdfast.vault.epoch.PolicyBounds;
import dev.holdfast.vault.freshness.Freshness;
import dev.holdfast.vault.join.Joins;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.object.FolderShelf;
import dev.holdfast.vault.object.ObjectTerms;
import dev.holdfast.vault.object.Objects;
import dev.holdfast.vault.release.MissingShares;
import dev.holdfast.vault.release.ReleaseTerms;
import dev.holdfast.vault.release.ReleaseTimer;
import dev.holdfast.vault.release.Releases;
import dev.holdfast.vault.release.Requests;
import dev.holdfast.vault.share.ServerKeys;
import dev.holdfast.vault.share.ShareKeys;
import dev.holdfast.vault.share.Shares;
import dev.holdfast.vault.snapshot.Retention;
import dev.holdfast.vault.snapshot.RetentionRule;
import dev.holdfast.vault.snapshot.Snapshots;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running server: every part put together, in the order in which they must start.
public final class HoldfastServer implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(HoldfastServer.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Settings settings;
  private final TimeSource time;
  private final SecureRandom random = new SecureRandom();
  private final Home home;
  private final ServerKeys keys;
  private final Database database;
  private final Shares shares;
  private final MissingShares missingShares;
  private final Features features;
  private final VetoTokens vetoTokens;
  private final Deliveries deliveries;
  private final ReleaseTimer timer;
  private final Retention retention;
  private final Gate gate;
  private final Desk desk;
  private volatile URI local;

  private HoldfastServer(Path folder, Settings settings, TimeSource time)
      throws IOException, SQLException {
    this.settings = settings;
    this.time = time;
    local = URI.create("http://" + settings.listen().printed(0));
    home = opened(Home.take(folder));
    keys = opened(ServerKeys.in(home.keys(), random));
    var sqlite = new Sqlite(home.database());
    sqlite.migrate();
    database = opened(new Database(sqlite, time, true));
    shares = new Shares(keys, new ShareKeys(home.shares(), random), random);
    vetoTokens = new VetoTokens(database, keys.macKey());
    deliveries = opened(new Deliveries(database, vetoTokens,
        MailCourier.of(settings, this::publicUrl).stream().toList()));
    var changes = new Changes();
    var alarms = new Alarms(database, changes, deliveries);
    var log = new AuditLog(keys.identity(), random);
    timer = opened(new ReleaseTimer(database, alarms, log, changes));
    missingShares = new MissingShares(database, shares, alarms, log);
    features = features(changes, alarms, log);
    retention = new Retention(database, log, features.objects(), rule(),
        settings.duration("retention.grace"));
    gate = new Gate(time,
        () -> Names.of(settings.publicUrl(), local, settings.listen().loopback()));
    desk = opened(Desk.open(home.desk(), Clock.systemUTC()));
  }

  /// Starts a server; it serves when this returns.
  ///
  /// @param home is made if it is not there
  /// @throws IOException with a sentence if the home is taken or cannot be used
  public static HoldfastServer start(Path home, Settings settings, TimeSource time)
      throws IOException, SQLException {
    var server = new HoldfastServer(home, settings.checked(), time);
    try {
      server.run();
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private Features features(Changes changes, Alarms alarms, AuditLog log) throws IOException {
    var loopback = settings.privateMachine();
    var epochs = new Epochs(shares, log, keys.identity().verifyKey(),
        new PolicyBounds(settings.duration("release.wait-floor")));
    long quota = settings.bytes("quota");
    var accounts = new Accounts(database, epochs, alarms, log, changes, new VaultTerms(quota),
        loopback);
    var objects = new Objects(database, new FolderShelf(home.objects()), home.uploads(),
        new ObjectTerms(quota, settings.bytes("disk.keep-free")));
    var terms = new ReleaseTerms(settings.duration("release.wait-device"),
        settings.number("release.requests-per-day"), loopback);
    var requests = new Requests(database, shares, alarms, log, changes, terms,
        timer::wake);
    var releases = new Releases(database, requests, epochs, shares, alarms, log,
        changes);
    return new Features(database, changes, accounts, objects,
        new Snapshots(database, log, changes, quota), requests, releases, alarms,
        channels(alarms, log), log,
        new Freshness(database, alarms, log, requests, keys.macKey()), new Joins(database));
  }

  private Channels channels(Alarms alarms, AuditLog log) {
    return new Channels(database, deliveries, alarms, log, random);
  }

  private RetentionRule rule() {
    return new RetentionRule(settings.number("retention.keep-last"),
        settings.number("retention.daily"), settings.number("retention.weekly"),
        settings.number("retention.monthly"));
  }

  private void run() throws IOException {
    int unknown = database.read(shares::sweep);
    if (unknown > 0)
      logger.warn("keys of shares that the database does not know count={}", unknown);
    int missing = missingShares.lock();
    if (missing > 0)
      logger.error("keys of release shares are missing, put the folder back count={} folder={}",
          missing, home.shares());
    timer.begin();
    deliveries.start();
    timer.start();
    opened(Rounds.every(settings.duration("retention.every"), this::retain));
    var web = opened(Web.start(settings, routes -> {
      new Api(features, gate, this::info).register(routes);
      new VetoPage(vetoTokens, features.requests()).register(routes);
      new FeedPages(warnings().warnings(), warnings().clock()).register(routes);
      new TaxiiPages(warnings().dossiers(), warnings()::publisher, taxiiPassword())
          .register(routes);
      new HelpPages(warnings().clock(), settings.text("desk.helpline")).register(routes);
    }));
    // Streams and waiting calls go home before the web server waits for them.
    opened(features.changes()::close);
    local = URI.create((settings.text("tls.certificate").isPresent() ? "https://" : "http://")
        + settings.listen().printed(web.port()));
    opened(AdminSocket.open(home.folder(), this::command));
  }

  private Optional<String> taxiiPassword() {
    return settings.file("taxii.password-file").map(file -> {
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new IllegalArgumentException("the file of taxii.password-file cannot be read", e);
      }
    });
  }

  private WarningDesk warnings() {
    return new WarningDesk(home.folder(), settings,
        ((InstantSource) time::wall).withZone(ZoneOffset.UTC));
  }

  /// Where it serves on this machine.
  public URI localUrl() {
    return local;
  }

  /// What others know it by.
  URI publicUrl() {
    return settings.publicUrl().orElse(local);
  }

  /// The clock was moved: what is due by it is done when this returns.
  void timePassed() {
    timer.tick();
  }

  /// What retention does from time to time, now.
  void retain() {
    retention.run();
    features.channels().sweep();
    database.read(shares::sweep);
  }

  private void command(String line, Writer answer) throws IOException {
    if (line.equals("invite")) answer.write(new Invitations(database, random).make());
    else if (DeskCommand.isMeant(line)) DeskCommand.answer(desk, line, answer);
  }

  private ServerInfo info() {
    return new ServerInfo(Version.text(), keys.identity().verifyKey().hex(),
        keys.sealingKey().base64(), ServerInfo.signature(keys.identity(), keys.sealingKey()),
        time.wall().toEpochMilli(), gate.startedAt().toEpochMilli(),
        settings.privateMachine(), seconds("release.wait-floor"), seconds("release.wait"),
        seconds("release.lock"));
  }

  private long seconds(String key) {
    Duration duration = settings.duration(key);
    return duration.toSeconds();
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /// Stops: what runs is finished or undone, and the home is free again.
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the server did not stop", e);
      }
    }
  }
}
