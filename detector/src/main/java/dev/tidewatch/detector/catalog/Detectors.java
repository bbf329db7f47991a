package dev.tidewatch.detector.catalog;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** The detectors of the database a handle belongs to. */
public final class Detectors {
  private static final String SELECT =
      "SELECT id, name, description, frequency, kms_key_arn, status, failure_type, failure_reason,"
          + " created, modified FROM detector ";
  private static final String NO_TRIAL = "id NOT IN (SELECT detector FROM trial)";

  private Detectors() {}

  /** Adds one; whether the name is free was asked before. */
  public static Detector insert(Handle handle, DetectorDraft draft, Instant now) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO detector (name, description, frequency, kms_key_arn, status, created, modified)"
                    + " VALUES (:name, :description, :frequency, :kmsKeyArn, :status, :now, :now)")
            .bind("name", draft.name())
            .bind("description", draft.description())
            .bind("frequency", draft.interval().name())
            .bind("kmsKeyArn", draft.kmsKeyArn())
            .bind("status", AnomalyDetectorStatus.INACTIVE.toString())
            .bind("now", now.toEpochMilli())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return find(handle, id).orElseThrow();
  }

  public static Optional<Detector> find(Handle handle, long id) {
    return handle.createQuery(SELECT + "WHERE id = ?").bind(0, id).map(Detectors::read).findOne();
  }

  public static Optional<Detector> find(Handle handle, String name) {
    return handle
        .createQuery(SELECT + "WHERE name = ?")
        .bind(0, name)
        .map(Detectors::read)
        .findOne();
  }

  /**
   * Those that users made, in the order of their creation, after an id; 0 begins. What the console
   * tries on the past is not among them.
   */
  public static List<Detector> page(Handle handle, long after, int most) {
    return page(handle, NO_TRIAL, after, most);
  }

  /** The same with those of trials: all there is work for. */
  public static List<Detector> pageWithTrials(Handle handle, long after, int most) {
    return page(handle, "TRUE", after, most);
  }

  private static List<Detector> page(Handle handle, String which, long after, int most) {
    return handle
        .createQuery(SELECT + "WHERE " + which + " AND id > ? ORDER BY id LIMIT ?")
        .bind(0, after)
        .bind(1, most)
        .map(Detectors::read)
        .list();
  }

  /** How many users made. */
  public static int count(Handle handle) {
    return handle
        .createQuery("SELECT count(*) FROM detector WHERE " + NO_TRIAL)
        .mapTo(Integer.class)
        .one();
  }

  /** The numbers of those that try changes to another one. */
  public static List<Long> trialsOf(Handle handle, String base) {
    return handle
        .createQuery("SELECT detector FROM trial WHERE base = ?")
        .bind(0, base)
        .mapTo(Long.class)
        .list();
  }

  /** Changes what users may change, and nothing of its state. */
  public static void update(
      Handle handle,
      long id,
      @Nullable String description,
      IntervalLength interval,
      @Nullable String kmsKeyArn,
      Instant now) {
    handle
        .createUpdate(
            "UPDATE detector SET description = :description, frequency = :frequency,"
                + " kms_key_arn = :kmsKeyArn, modified = :now WHERE id = :id")
        .bind("description", description)
        .bind("frequency", interval.name())
        .bind("kmsKeyArn", kmsKeyArn)
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** Puts it into a state; a failure of before is forgotten. */
  public static void setStatus(Handle handle, long id, AnomalyDetectorStatus status, Instant now) {
    setStatus(handle, id, status, null, now);
  }

  /** Puts it into the state {@code FAILED}. */
  public static void fail(Handle handle, long id, Failure failure, Instant now) {
    setStatus(handle, id, AnomalyDetectorStatus.FAILED, failure, now);
  }

  private static void setStatus(
      Handle handle,
      long id,
      AnomalyDetectorStatus status,
      @Nullable Failure failure,
      Instant now) {
    handle
        .createUpdate(
            "UPDATE detector SET status = :status, failure_type = :type, failure_reason = :reason,"
                + " modified = :now WHERE id = :id")
        .bind("status", status.toString())
        .bind("type", failure == null ? null : failure.type().toString())
        .bind("reason", failure == null ? null : failure.reason())
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /** Takes it away, with all that hangs on it: dataset, alerts, their tags, what was found. */
  public static void delete(Handle handle, Detector detector, ResourceNames names) {
    handle
        .createQuery("SELECT name FROM alert WHERE detector = ?")
        .bind(0, detector.id())
        .mapTo(String.class)
        .forEach(alert -> Tags.removeAll(handle, names.alert(alert)));
    Tags.removeUnder(handle, names.metricSetsOf(detector.name()));
    Tags.removeAll(handle, names.detector(detector.name()));
    handle.execute("DELETE FROM detector WHERE id = ?", detector.id());
  }

  private static Detector read(ResultSet row, StatementContext context) throws SQLException {
    return new Detector(
        row.getLong("id"),
        row.getString("name"),
        row.getString("description"),
        IntervalLength.valueOf(row.getString("frequency")),
        row.getString("kms_key_arn"),
        AnomalyDetectorStatus.fromValue(row.getString("status")),
        failure(row),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("modified")));
  }

  private static @Nullable Failure failure(ResultSet row) throws SQLException {
    String type = row.getString("failure_type");
    return type == null
        ? null
        : new Failure(AnomalyDetectorFailureType.fromValue(type), row.getString("failure_reason"));
  }
}
