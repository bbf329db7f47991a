package dev.tidewatch.detector.alerting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.store.StoreException;
import dev.tidewatch.scoring.cube.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** The mutes of all detectors, in the database. */
public final class Mutes {
  private static final JsonMapper JSON = new JsonMapper();

  private Mutes() {}

  /**
   * Mutes a part of a detector until a time. A part has one mute: asked again, it is that one, with
   * the end and the giver of the last time.
   *
   * @param measure of which; empty: any
   * @param scope of what part; empty: all
   * @throws MuteRefused when it has ended already, or the dataset has no such measure or dimension
   */
  public static Mute set(
      Handle handle,
      long detector,
      String measure,
      Scope scope,
      Instant until,
      String giver,
      Instant now) {
    if (!until.isAfter(now)) {
      throw new MuteRefused("a mute ends in the future, not at %s".formatted(until));
    }
    MetricSets.of(handle, detector)
        .ifPresent(dataset -> check(dataset.definition(), measure, scope));
    Optional<Long> known =
        handle
            .createQuery("SELECT id FROM mute WHERE detector = ? AND measure = ? AND scope = ?")
            .bind(0, detector)
            .bind(1, measure)
            .bind(2, text(scope))
            .mapTo(Long.class)
            .findFirst();
    long id =
        handle
            .createQuery(
                "INSERT INTO mute VALUES (:id, :detector, :measure, :scope, :until, :giver)"
                    + " ON CONFLICT (id) DO UPDATE SET until = excluded.until, giver = excluded.giver"
                    + " RETURNING id")
            .bind("id", known.orElse(null))
            .bind("detector", detector)
            .bind("measure", measure)
            .bind("scope", text(scope))
            .bind("until", until.toEpochMilli())
            .bind("giver", giver)
            .mapTo(Long.class)
            .one();
    return new Mute(id, detector, measure, scope, until, giver);
  }

  private static void check(CreateMetricSetRequest dataset, String measure, Scope scope) {
    List<String> measures = dataset.metricList().stream().map(Metric::metricName).toList();
    if (!measure.isEmpty() && !measures.contains(measure)) {
      throw new MuteRefused(
          "there is no measure '%s'; take one of %s".formatted(measure, measures));
    }
    for (String dimension : scope.values().keySet()) {
      if (!dataset.dimensionList().contains(dimension)) {
        throw new MuteRefused(
            "there is no dimension '%s'; take one of %s"
                .formatted(dimension, dataset.dimensionList()));
      }
    }
  }

  /**
   * Ends one before its time.
   *
   * @return whether it was there
   */
  public static boolean end(Handle handle, long id) {
    return handle.execute("DELETE FROM mute WHERE id = ?", id) > 0;
  }

  /** Those of a detector that have not run out, the next to run out first. */
  public static List<Mute> active(Handle handle, long detector, Instant now) {
    return handle
        .createQuery("SELECT * FROM mute WHERE detector = ? AND until > ? ORDER BY until, id")
        .bind(0, detector)
        .bind(1, now.toEpochMilli())
        .map(Mutes::read)
        .list();
  }

  private static Mute read(ResultSet row, StatementContext context) throws SQLException {
    return new Mute(
        row.getLong("id"),
        row.getLong("detector"),
        row.getString("measure"),
        scope(row.getString("scope")),
        Instant.ofEpochMilli(row.getLong("until")),
        row.getString("giver"));
  }

  private static String text(Scope scope) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(scope.values())); // one order, one text
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + scope, e);
    }
  }

  private static Scope scope(String text) {
    try {
      return new Scope(JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {}));
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "the database holds '" + text + "', which this version did not write", e);
    }
  }
}
