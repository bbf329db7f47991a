package dev.tidewatch.detector.overview;

import java.util.List;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;

/** What people said of the groups of a time, and how many alerts they got. */
public record FeedbackReport(List<Line> lines) {
  public FeedbackReport {
    lines = List.copyOf(lines);
  }

  /**
   * A measure of a detector.
   *
   * @param groups how many were found
   * @param confirmed of how many the last word was that they are relevant
   * @param falseAlarms of how many it was that they are not
   * @param alertsPerWeek that arrived: one for each group and alert
   */
  public record Line(
      String detector,
      String measure,
      int groups,
      int confirmed,
      int falseAlarms,
      double alertsPerWeek) {
    /** The share of those judged that are relevant, 0 to 1; none where nobody judged. */
    public OptionalDouble precision() {
      int judged = confirmed + falseAlarms;
      return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.0 * confirmed / judged);
    }
  }

  /** By detector and measure, those without groups left out. */
  public static FeedbackReport read(Handle handle, GroupFilter filter) {
    GroupConditions conditions = GroupConditions.of(filter);
    return new FeedbackReport(
        handle
            .createQuery(
                "SELECT name, measure, count(*), sum(word = 1), sum(word = 0), sum(alerts) FROM (SELECT d.name,"
                    + " g.measure, (SELECT f.anomaly FROM feedback f WHERE f.anomaly_group = g.id"
                    + " ORDER BY f.given DESC, f.series LIMIT 1) AS word, (SELECT count(*) FROM alert l CROSS JOIN"
                    + " alert_event e ON e.alert = l.id AND e.anomaly_group = g.id WHERE l.detector = g.detector"
                    + " AND e.kind = 'OPENED' AND e.state = 'SENT') AS alerts FROM"
                    + GroupConditions.FROM
                    + "WHERE "
                    + conditions.where()
                    + ") GROUP BY name, measure ORDER BY name, measure")
            .bindMap(conditions.bindings())
            .map(
                (row, context) ->
                    new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6) / filter.range().weeks()))
            .list());
  }
}
