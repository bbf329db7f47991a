package dev.tidewatch.detector.trial;

import dev.tidewatch.detector.catalog.Definition;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/** What was to be tried, in the database; it goes with the detector that tries it. */
public final class TrialBook {
  private static final String SELECT =
      "SELECT t.*, d.name, d.frequency FROM trial t JOIN detector d ON d.id = t.detector ";

  private TrialBook() {}

  /** A trial as it was begun, and the detector that tries it. */
  record Entry(long detector, String name, TrialDraft draft) {}

  static void insert(Handle handle, long detector, TrialDraft draft) {
    handle.execute(
        "INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        detector,
        draft.base(),
        draft.sourceInterval().name(),
        Definition.write(draft.definition()),
        draft.range().from().getEpochSecond(),
        draft.range().to().getEpochSecond(),
        draft.threshold(),
        draft.labels());
  }

  static Optional<Entry> find(Handle handle, String name) {
    return handle
        .createQuery(SELECT + "WHERE d.name = ?")
        .bind(0, name)
        .map(TrialBook::read)
        .findOne();
  }

  static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM trial").mapTo(Integer.class).one();
  }

  /** The newest first. */
  static List<Entry> all(Handle handle) {
    return handle.createQuery(SELECT + "ORDER BY t.detector DESC").map(TrialBook::read).list();
  }

  /** Which part of its history a detector is to use; all of it, when it is no trial. */
  public static HistoryRange range(Handle handle, long detector) {
    return handle
        .createQuery("SELECT history_from, history_to FROM trial WHERE detector = ?")
        .bind(0, detector)
        .map((row, context) -> range(row))
        .findOne()
        .orElse(HistoryRange.ALL);
  }

  private static HistoryRange range(ResultSet row) throws SQLException {
    return new HistoryRange(
        Instant.ofEpochSecond(row.getLong("history_from")),
        Instant.ofEpochSecond(row.getLong("history_to")));
  }

  private static Entry read(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        row.getLong("detector"),
        row.getString("name"),
        new TrialDraft(
            row.getString("base"),
            IntervalLength.valueOf(row.getString("source_frequency")),
            IntervalLength.valueOf(row.getString("frequency")),
            Definition.read(row.getString("definition"), CreateMetricSetRequest::builder),
            range(row),
            row.getInt("threshold"),
            row.getString("labels")));
  }
}
