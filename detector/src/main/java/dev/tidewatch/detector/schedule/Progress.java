package dev.tidewatch.detector.schedule;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far a detector is.
 *
 * @param next the start of the next interval to run
 * @param learnt how many intervals with data it has seen
 * @param missing how many intervals without data came since the last one with
 * @param evaluatedFrom the start of the first interval whose anomalies are told; none while it
 *     learns
 * @param numbered the highest number of a group before its engine began to count
 */
public record Progress(
    long detector,
    Mode mode,
    Instant activated,
    Instant next,
    int learnt,
    int missing,
    Optional<Instant> evaluatedFrom,
    long numbered) {

  /** Whether it goes on for ever. */
  public enum Mode {
    CONTINUOUS,
    BACKTEST
  }

  public Progress {
    requireNonNull(mode, "mode");
    requireNonNull(activated, "activated");
    requireNonNull(next, "next");
    requireNonNull(evaluatedFrom, "evaluatedFrom");
  }

  /** The same after an interval with data. */
  Progress withData(Instant following) {
    return new Progress(
        detector, mode, activated, following, learnt + 1, 0, evaluatedFrom, numbered);
  }

  /** The same after an interval without data. */
  Progress withoutData(Instant following) {
    return new Progress(
        detector, mode, activated, following, learnt, missing + 1, evaluatedFrom, numbered);
  }

  /** The same, and anomalies are told from the next interval on. */
  Progress evaluating() {
    return new Progress(
        detector, mode, activated, next, learnt, missing, Optional.of(next), numbered);
  }

  /** A detector's progress; none before its first activation. */
  public static Optional<Progress> find(Handle handle, long detector) {
    return handle
        .createQuery("SELECT * FROM progress WHERE detector = ?")
        .bind(0, detector)
        .map((row, context) -> read(row))
        .findOne();
  }

  void write(Handle handle) {
    handle.execute(
        "INSERT OR REPLACE INTO progress (detector, mode, activated, next_interval, learnt, missing,"
            + " evaluated_from, numbered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        detector,
        mode.name(),
        activated.toEpochMilli(),
        next.getEpochSecond(),
        learnt,
        missing,
        evaluatedFrom.map(Instant::getEpochSecond).orElse(null),
        numbered);
  }

  private static Progress read(ResultSet row) throws SQLException {
    long evaluatedFrom = row.getLong("evaluated_from");
    Optional<Instant> from =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(evaluatedFrom));
    return new Progress(
        row.getLong("detector"),
        Mode.valueOf(row.getString("mode")),
        Instant.ofEpochMilli(row.getLong("activated")),
        Instant.ofEpochSecond(row.getLong("next_interval")),
        row.getInt("learnt"),
        row.getInt("missing"),
        from,
        row.getLong("numbered"));
  }
}
