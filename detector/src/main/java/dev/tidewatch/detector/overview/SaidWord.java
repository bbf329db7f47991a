package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.ScopeText;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What somebody said of an anomaly at once.
 *
 * @param severity of the group, after feedback
 * @param scope of one of the series it was said of
 * @param series how many it was said of
 * @param word as the console knows it; empty: yes or no
 */
public record SaidWord(
    String group,
    String detector,
    String measure,
    double severity,
    Scope scope,
    int series,
    boolean relevant,
    Instant given,
    String giver,
    String word,
    String cause,
    String note) {
  /** About groups that were asked for, the newest word first. */
  public static List<SaidWord> newest(Handle handle, GroupFilter filter, int most) {
    GroupConditions conditions = GroupConditions.of(filter);
    return handle
        .createQuery(
            "SELECT g.id, d.name, g.measure, g.told, min(s.scope) AS scope, count(*) AS said, f.anomaly, f.given,"
                + " f.giver, f.word, f.cause, f.note FROM"
                + GroupConditions.FROM
                + "JOIN feedback f ON f.anomaly_group = g.id"
                + " JOIN series s ON s.detector = g.detector AND s.number = f.series WHERE "
                + conditions.where()
                + " GROUP BY g.id, f.given, f.giver, f.anomaly, f.word, f.cause, f.note"
                + " ORDER BY f.given DESC, g.id LIMIT "
                + most)
        .bindMap(conditions.bindings())
        .map(
            (row, context) ->
                new SaidWord(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("measure"),
                    row.getDouble("told"),
                    ScopeText.read(row.getString("scope")),
                    row.getInt("said"),
                    row.getBoolean("anomaly"),
                    Instant.ofEpochMilli(row.getLong("given")),
                    row.getString("giver"),
                    row.getString("word"),
                    row.getString("cause"),
                    row.getString("note")))
        .list();
  }
}
