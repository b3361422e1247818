package dev.holdfast.vault.alarm;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Letters on their way. They wait in the database, so that neither a stop nor a mail server that
/// is down loses one; each is tried again for three days.
public final class Deliveries implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5),
      Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10),
      Duration.ofMinutes(30), Duration.ofHours(1));
  private static final int ATTEMPTS = 76;
  private static final int BATCH = 32;
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Database database;
  private final VetoTokens tokens;
  private final Map<String, Courier> couriers;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// @param couriers at most one for each kind of channel
  public Deliveries(Database database, VetoTokens tokens, List<Courier> couriers) {
    this.database = database;
    this.tokens = tokens;
    this.couriers = couriers.stream().collect(Collectors.toMap(Courier::kind, Function.identity()));
    thread = Thread.ofVirtual().name("deliveries").unstarted(this::run);
  }

  /// Begins to deliver, in a thread of its own.
  public void start() {
    thread.start();
  }

  Optional<Courier> courier(String kind) {
    return Optional.ofNullable(couriers.get(kind));
  }

  void enqueue(Tx tx, VaultId vault, AlarmEvent event) {
    var channels = tx.db()
        .createQuery("""
            select channel from channel where vault = :vault and confirmed = 1
               and (leaves_ran is null or leaves_ran > :ran)
            """)
        .bind("vault", vault.hex())
        .bind("ran", tx.ran())
        .mapTo(String.class)
        .list();
    for (var channel : channels) {
      tx.db()
          .execute("insert into delivery values (?, ?, ?, 0, ?)", channel, vault.hex(),
              event.sequence(), tx.now().toEpochMilli());
      if (!event.request().isEmpty()) tokens.remember(tx, event.request(), channel);
    }
    if (!channels.isEmpty()) tx.after(work::release);
  }

  private record Delivery(String channel, VaultId vault, long sequence, int attempts, String kind,
      String address) {}

  private void run() {
    while (!closed) {
      try {
        if (deliverDue() == 0) pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (closed) return;
        log.error("deliveries stopped for a moment kind={}", e.getClass().getName());
        sleep();
      }
    }
  }

  private void pause() throws InterruptedException {
    if (work.tryAcquire(1, TimeUnit.SECONDS)) work.drainPermits();
  }

  private void sleep() {
    try {
      TimeUnit.SECONDS.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int deliverDue() {
    var due = due();
    for (var delivery : due)
      if (!closed) deliver(delivery);
    return due.size();
  }

  private List<Delivery> due() {
    return database.read(db -> db
        .createQuery("""
            select d.channel, d.vault, d.sequence, d.attempts, c.kind, c.address
              from delivery d join channel c on c.channel = d.channel
             where d.due_at <= :now order by d.due_at, d.sequence limit :batch
            """)
        .bind("now", database.meter().now().toEpochMilli())
        .bind("batch", BATCH)
        .map((row, context) -> new Delivery(row.getString(1), new VaultId(row.getString(2)),
            row.getLong(3), row.getInt(4), row.getString(5), row.getString(6)))
        .list());
  }

  private void deliver(Delivery delivery) {
    var courier = courier(delivery.kind);
    var event = database.read(db -> Alarms.find(db, delivery.vault, delivery.sequence));
    if (courier.isEmpty() || event.isEmpty()) {
      postpone(delivery);
      return;
    }
    try {
      courier.get().carry(letter(delivery, event.get()));
      done(delivery);
    } catch (UndeliveredException e) {
      log.warn("alarm not delivered vault={} channel={} sequence={} attempt={}", delivery.vault,
          delivery.channel, delivery.sequence, delivery.attempts + 1);
      postpone(delivery);
    }
  }

  private Letter letter(Delivery delivery, AlarmEvent event) {
    Optional<VetoToken> veto = event.request().isEmpty()
        ? Optional.empty()
        : Optional.of(tokens.of(event.request(), delivery.channel));
    return new Letter.AlarmLetter(delivery.address, delivery.vault, event, veto);
  }

  private void done(Delivery delivery) {
    database.change(tx -> tx.db()
        .execute("delete from delivery where channel = ? and sequence = ?",
            delivery.channel, delivery.sequence));
  }

  private void postpone(Delivery delivery) {
    if (delivery.attempts + 1 >= ATTEMPTS) {
      log.error("alarm given up vault={} channel={} sequence={}", delivery.vault, delivery.channel,
          delivery.sequence);
      done(delivery);
      return;
    }
    var pause = PAUSES.get(Math.min(delivery.attempts, PAUSES.size() - 1));
    database.change(tx -> tx.db()
        .execute(
            "update delivery set attempts = attempts + 1, due_at = ? where channel = ? and sequence = ?",
            tx.now().plus(pause).toEpochMilli(), delivery.channel, delivery.sequence));
  }

  @Override
  public void close() {
    closed = true;
    work.release();
    try {
      if (thread.isAlive()) thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
