package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.AlertCondition;
import dev.tidewatch.detector.alerting.DimensionFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Of how many anomalies of a time an alert would have told, had its threshold been another: of each
 * once, when it first met the condition. Severities only rise while a group lasts, so its last
 * state says whether it ever did. Mutes, and what is told of a rise or an end, are not counted.
 *
 * @param severities of all groups that pass the alert's filters, as they are now
 */
public record FiringCounts(TimeRange range, List<Double> severities) {
  public FiringCounts {
    requireNonNull(range, "range");
    severities = List.copyOf(severities);
  }

  /**
   * @param condition its threshold aside
   * @param range in which the groups began
   */
  public static FiringCounts read(
      Handle handle, long detector, AlertCondition condition, TimeRange range) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    conditions.add("g.detector = :detector AND g.started >= :from AND g.started < :to");
    values.put("detector", detector);
    values.put("from", range.from().getEpochSecond());
    values.put("to", range.to().getEpochSecond());
    if (!condition.measures().isEmpty()) {
      conditions.add("g.measure IN (%s)".formatted(bound(condition.measures(), values)));
    }
    for (DimensionFilter filter : condition.filters()) {
      String name = bound(List.of(filter.dimension()), values);
      conditions.add(
          "g.id IN (SELECT anomaly_group FROM anomaly_value WHERE dimension = %s AND value IN (%s))"
              .formatted(name, bound(filter.values(), values)));
    }
    return new FiringCounts(
        range,
        handle
            .createQuery(
                "SELECT g.told FROM anomaly_group g WHERE " + String.join(" AND ", conditions))
            .bindMap(values)
            .mapTo(Double.class)
            .list());
  }

  /** The names of parameters that hold values, which they are bound to. */
  private static String bound(Iterable<String> texts, Map<String, Object> values) {
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      String name = "p" + values.size();
      values.put(name, text);
      names.add(":" + name);
    }
    return String.join(", ", names);
  }

  /** How many it would have told of with this threshold. */
  public int at(double threshold) {
    return (int) severities.stream().filter(severity -> severity >= threshold).count();
  }

  /** How many that is a week. */
  public double perWeek(double threshold) {
    return at(threshold) / range.weeks();
  }
}
