package dev.holdfast.desk.campaign;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Everything about decisions and steps that the database is asked.
final class DecisionStore {
  private static final String GAP = "\n";

  private DecisionStore() {}

  static void add(Handle db, Decision decision) {
    db.execute("insert into decision (at, kind, reports, answer, reason) values (?, ?, ?, ?, ?)",
        decision.at().toEpochMilli(), decision.kind().name(),
        String.join(GAP, decision.reports()), decision.answer(), decision.reason());
  }

  static List<Decision> all(Handle db) {
    return db.createQuery("select at, kind, reports, answer, reason from decision order by number")
        .map((row, context) -> new Decision(Instant.ofEpochMilli(row.getLong(1)),
            Decision.Kind.valueOf(row.getString(2)), List.of(row.getString(3).split(GAP, -1)),
            row.getString(4), row.getString(5)))
        .list();
  }

  static void step(Handle db, Instant at, String what, String detail) {
    db.execute("insert into step (at, what, detail) values (?, ?, ?)", at.toEpochMilli(), what,
        detail);
  }

  static void eachStep(Handle db, Consumer<Step> reader) {
    try (var query = db.createQuery("select at, what, detail from step order by number")) {
      query.map((row, context) -> new Step(Instant.ofEpochMilli(row.getLong(1)), row.getString(2),
          row.getString(3))).forEach(reader);
    }
  }
}
