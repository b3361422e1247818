package dev.holdfast.vault.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.vault.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir
  Path folder;
  final RunMeterTest.Clocks clocks = new RunMeterTest.Clocks();

  Database open() throws Exception {
    return TestDatabase.in(folder.resolve("test.db"), clocks);
  }

  static int vaults(Database database) {
    return database.read(db -> db.createQuery("select count(*) from vault")
        .mapTo(Integer.class)
        .one());
  }

  static void insert(Tx tx, String name) {
    tx.db().execute("insert into vault (vault, created_at, epoch) values (?, 0, 1)", name);
  }

  @Test
  void anExceptionUndoesEverythingAndRunsNoLaterStep() throws Exception {
    try (var database = open()) {
      var ran = new ArrayList<String>();
      assertThrows(IllegalStateException.class, () -> database.change(tx -> {
        insert(tx, "a");
        tx.after(() -> ran.add("after"));
        throw new IllegalStateException("no");
      }));
      assertEquals(0, vaults(database));
      assertTrue(ran.isEmpty());
      database.change(tx -> insert(tx, "a"));
      assertEquals(1, vaults(database));
    }
  }

  @Test
  void stateAndRunTimeSurviveARestart() throws Exception {
    long counter;
    try (var database = open()) {
      clocks.pass(Duration.ofMinutes(5), Duration.ofMinutes(5));
      database.tick();
      counter = database.counter();
      assertTrue(counter > 0);
    }
    clocks.pass(Duration.ofHours(2), Duration.ZERO);
    try (var database = open()) {
      assertEquals(counter, database.counter());
      assertEquals(Duration.ofMinutes(5).toMillis(), database.meter().ran());
      assertEquals(Duration.ofHours(2), database.meter().downtime());
    }
  }

  @Test
  void aStepThatFailsBehindACommitDoesNotUnsayTheChange() throws Exception {
    try (var database = open()) {
      var later = new ArrayList<String>();
      database.change(tx -> {
        insert(tx, "a");
        tx.after(() -> {
          throw new IllegalStateException("a full disk");
        });
        tx.after(() -> later.add("rung"));
      });
      assertEquals(1, vaults(database));
      assertEquals(1, later.size());
    }
  }

  @Test
  void writersTakeTurnsAndNobodyIsLost() throws Exception {
    try (var database = open(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Future<?>>();
      for (int i = 0; i < 100; i++) {
        var name = "v" + i;
        tasks.add(threads.submit(() -> database.change(tx -> insert(tx, name))));
      }
      for (var task : tasks)
        task.get();
      assertEquals(100, vaults(database));
      assertEquals(100, database.counter());
    }
  }
}
