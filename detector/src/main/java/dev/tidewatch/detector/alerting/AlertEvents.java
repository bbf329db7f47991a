package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.ContentText;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import dev.tidewatch.detector.alerting.message.ToldAnomaly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The events of all alerts, in the database. */
final class AlertEvents {
  private AlertEvents() {}

  /** Writes an event that is new; one that is there already stays as it is. */
  static void insert(
      Handle handle, long alert, AlertContent content, EventState state, Instant now) {
    ToldAnomaly anomaly = content.anomaly();
    SeverityClass reached = anomaly == null ? SeverityClass.NONE : anomaly.severityClass();
    String group = anomaly == null || content.kind() == EventKind.TEST ? null : anomaly.groupId();
    handle
        .createUpdate(
            "INSERT INTO alert_event (event, alert, anomaly_group, kind, severity_class, message, state, attempts,"
                + " created, due) VALUES (:event, :alert, :group, :kind, :class, :message, :state, 0, :now, :now)"
                + " ON CONFLICT (event) DO NOTHING")
        .bind("event", content.eventId())
        .bind("alert", alert)
        .bind("group", group)
        .bind("kind", content.kind().name())
        .bind("class", reached.name())
        .bind("message", ContentText.write(content))
        .bind("state", state.name())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** What an alert told of a group. */
  static Told told(Handle handle, long alert, String group) {
    return Told.of(
        handle
            .createQuery(
                "SELECT kind, severity_class, state FROM alert_event WHERE alert = ? AND anomaly_group = ?")
            .bind(0, alert)
            .bind(1, group)
            .map(
                (row, context) ->
                    new Told.Event(
                        EventKind.valueOf(row.getString(1)),
                        SeverityClass.valueOf(row.getString(2)),
                        EventState.valueOf(row.getString(3)) == EventState.MUTED))
            .list());
  }

  /** Whether the last an alert told of data was that they are missing. */
  static boolean toldMissing(Handle handle, long alert) {
    return handle
        .createQuery(
            "SELECT kind FROM alert_event WHERE alert = ? AND kind IN ('DATA_MISSING', 'DATA_BACK')"
                + " AND state <> 'MUTED' ORDER BY id DESC LIMIT 1")
        .bind(0, alert)
        .mapTo(String.class)
        .findOne()
        .filter(EventKind.DATA_MISSING.name()::equals)
        .isPresent();
  }

  /**
   * What may be sent now: of each group (and of the state of data) the earliest that is not done,
   * when its time has come; of each alert so many as its allowance of the last minute leaves.
   */
  static List<AlertEvent> due(Handle handle, Instant now, int mostPerMinute, int most) {
    return handle
        .createQuery(
            "WITH ready AS (SELECT e.id, e.alert, row_number() OVER (PARTITION BY e.alert ORDER BY e.due, e.id) AS place"
                + " FROM alert_event e WHERE e.state = 'PENDING' AND e.due <= :now AND NOT EXISTS (SELECT 1 FROM"
                + " alert_event f WHERE f.alert = e.alert AND f.anomaly_group IS e.anomaly_group"
                + " AND f.state = 'PENDING' AND f.id < e.id)),"
                + " spent AS (SELECT alert, count(*) AS messages FROM alert_event WHERE sent > :minuteAgo"
                + " GROUP BY alert)"
                + " SELECT e.* FROM ready JOIN alert_event e ON e.id = ready.id"
                + " LEFT JOIN spent ON spent.alert = ready.alert"
                + " WHERE ready.place <= :mostPerMinute - coalesce(spent.messages, 0) ORDER BY e.due, e.id LIMIT :most")
        .bind("now", now.toEpochMilli())
        .bind("minuteAgo", now.minusSeconds(60).toEpochMilli())
        .bind("mostPerMinute", mostPerMinute)
        .bind("most", most)
        .map(AlertEvents::read)
        .list();
  }

  /** When the next event is due; empty when none waits. */
  static Optional<Instant> nextDue(Handle handle) {
    return handle
        .createQuery("SELECT min(due) FROM alert_event WHERE state = 'PENDING'")
        .map((row, context) -> row.getObject(1) == null ? null : row.getLong(1))
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** Writes what became of an attempt. */
  static void attempted(
      Handle handle,
      String event,
      EventState state,
      Instant due,
      @Nullable Instant sent,
      @Nullable String receipt,
      @Nullable String error) {
    handle
        .createUpdate(
            "UPDATE alert_event SET state = :state, attempts = attempts + 1, due = :due, sent = :sent,"
                + " receipt = :receipt, error = :error WHERE event = :event")
        .bind("state", state.name())
        .bind("due", due.toEpochMilli())
        .bind("sent", sent == null ? null : sent.toEpochMilli())
        .bind("receipt", receipt)
        .bind("error", error)
        .bind("event", event)
        .execute();
  }

  /** Has the oldest of an alert's events that wait tried by then at the latest. */
  static void probe(Handle handle, long alert, Instant latest) {
    handle.execute(
        "UPDATE alert_event SET due = min(due, ?) WHERE id = (SELECT min(id) FROM alert_event"
            + " WHERE alert = ? AND state = 'PENDING')",
        latest.toEpochMilli(),
        alert);
  }

  /** The ids of an alert's events that wait for a time after this one. */
  static List<Long> dueAfter(Handle handle, long alert, Instant time) {
    return handle
        .createQuery("SELECT id FROM alert_event WHERE state = 'PENDING' AND due > ? AND alert = ?")
        .bind(0, time.toEpochMilli())
        .bind(1, alert)
        .mapTo(Long.class)
        .list();
  }

  static void hasten(Handle handle, long id, Instant due) {
    handle.execute("UPDATE alert_event SET due = ? WHERE id = ?", due.toEpochMilli(), id);
  }

  /** Of an alert, the newest first, those before an id. */
  static List<AlertEvent> newest(Handle handle, long alert, long before, int most) {
    return handle
        .createQuery(
            "SELECT * FROM alert_event WHERE alert = ? AND id < ? ORDER BY id DESC LIMIT ?")
        .bind(0, alert)
        .bind(1, before)
        .bind(2, most)
        .map(AlertEvents::read)
        .list();
  }

  /** About a group: the alerts are few, so each is looked up by its own index. */
  static List<AlertEvent> ofGroup(Handle handle, String group) {
    return handle
        .createQuery(
            "SELECT e.* FROM alert a CROSS JOIN alert_event e ON e.alert = a.id AND e.anomaly_group = :group"
                + " WHERE a.detector = (SELECT detector FROM anomaly_group WHERE id = :group) ORDER BY e.id")
        .bind("group", group)
        .map(AlertEvents::read)
        .list();
  }

  static Optional<AlertEvent> find(Handle handle, String event) {
    return handle
        .createQuery("SELECT * FROM alert_event WHERE event = ?")
        .bind(0, event)
        .map(AlertEvents::read)
        .findOne();
  }

  private static AlertEvent read(ResultSet row, StatementContext context) throws SQLException {
    long sent = row.getLong("sent");
    boolean unsent = row.wasNull();
    return new AlertEvent(
        row.getLong("id"),
        row.getLong("alert"),
        ContentText.read(row.getString("message")),
        EventState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("due")),
        unsent ? null : Instant.ofEpochMilli(sent),
        row.getString("receipt"),
        row.getString("error"));
  }
}
