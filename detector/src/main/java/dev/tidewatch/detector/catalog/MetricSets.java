package dev.tidewatch.detector.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/**
 * The datasets of the database a handle belongs to: of each detector at most one. Its interval is
 * its detector's and kept there, so the two never differ.
 */
public final class MetricSets {
  private static final String SELECT =
      "SELECT m.detector, d.name AS detector_name, d.frequency, m.name, m.definition, m.created, m.modified"
          + " FROM metric_set m JOIN detector d ON d.id = m.detector ";

  private MetricSets() {}

  /** Adds the dataset of a detector; whether it has one already was asked before. */
  public static void insert(
      Handle handle, long detectorId, CreateMetricSetRequest request, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO metric_set (detector, name, definition, created, modified)"
                + " VALUES (:detector, :name, :definition, :now, :now)")
        .bind("detector", detectorId)
        .bind("name", request.metricSetName())
        .bind("definition", json(request))
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** The dataset of a detector, if it has one. */
  public static Optional<MetricSetEntry> of(Handle handle, long detectorId) {
    return handle
        .createQuery(SELECT + "WHERE m.detector = ?")
        .bind(0, detectorId)
        .map(MetricSets::read)
        .findOne();
  }

  public static Optional<MetricSetEntry> find(Handle handle, ResourceName.OfMetricSet name) {
    return handle
        .createQuery(SELECT + "WHERE d.name = ? AND m.name = ?")
        .bind(0, name.detector())
        .bind(1, name.metricSet())
        .map(MetricSets::read)
        .findOne();
  }

  /**
   * Those of the detectors that users made, in the order of their creation, after a detector's id;
   * 0 begins.
   */
  public static List<MetricSetEntry> page(Handle handle, long after, int most) {
    return handle
        .createQuery(
            SELECT
                + "WHERE m.detector > ? AND m.detector NOT IN (SELECT detector FROM trial)"
                + " ORDER BY m.detector LIMIT ?")
        .bind(0, after)
        .bind(1, most)
        .map(MetricSets::read)
        .list();
  }

  /** Puts another definition in the place of the one that is there; the name stays. */
  public static void update(
      Handle handle, long detectorId, CreateMetricSetRequest definition, Instant now) {
    handle
        .createUpdate(
            "UPDATE metric_set SET definition = :definition, modified = :now WHERE detector = :detector")
        .bind("definition", json(definition))
        .bind("now", now.toEpochMilli())
        .bind("detector", detectorId)
        .execute();
  }

  private static String json(CreateMetricSetRequest request) {
    return Definition.write(
        request.toBuilder()
            .anomalyDetectorArn(null)
            .metricSetName(null)
            .metricSetFrequency((String) null)
            .tags(null)
            .build());
  }

  private static MetricSetEntry read(ResultSet row, StatementContext context) throws SQLException {
    String name = row.getString("name");
    CreateMetricSetRequest definition =
        Definition.read(row.getString("definition"), CreateMetricSetRequest::builder).toBuilder()
            .metricSetName(name)
            .metricSetFrequency(row.getString("frequency"))
            .build();
    return new MetricSetEntry(
        row.getLong("detector"),
        row.getString("detector_name"),
        name,
        definition,
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("modified")));
  }
}
