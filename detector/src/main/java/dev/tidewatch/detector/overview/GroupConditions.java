package dev.tidewatch.detector.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter as SQL over {@link #FROM}, with what is to be bound.
 *
 * @param where never empty
 */
record GroupConditions(String where, Map<String, Object> bindings) {
  static final String FROM = " anomaly_group g JOIN detector d ON d.id = g.detector ";

  /** What was tried on the past is no news: it is seen where it was asked for. */
  static final String NO_TRIAL = "detector NOT IN (SELECT detector FROM trial)";

  GroupConditions {
    bindings = Map.copyOf(bindings);
  }

  static GroupConditions of(GroupFilter filter) {
    List<String> all = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    all.add("g.started < :to AND g.ended >= :from AND g.told >= :least");
    values.put("from", filter.range().from().getEpochSecond());
    values.put("to", filter.range().to().getEpochSecond());
    values.put("least", filter.leastSeverity());
    Long detector = filter.detector();
    if (detector != null) {
      all.add("g.detector = :detector");
      values.put("detector", detector);
    } else {
      all.add("g." + NO_TRIAL);
    }
    if (!filter.measure().isEmpty()) {
      all.add("g.measure = :measure");
      values.put("measure", filter.measure());
    }
    if (filter.state() != GroupFilter.State.ANY) {
      all.add("g.open = :open");
      values.put("open", filter.state() == GroupFilter.State.OPEN ? 1 : 0);
    }
    filter.dimensions().forEach((name, value) -> concerns(name, value, all, values));
    if (!filter.text().isEmpty()) {
      all.add(
          "(d.name LIKE :part ESCAPE '!' OR g.measure LIKE :part ESCAPE '!'"
              + " OR g.scope LIKE :part ESCAPE '!' OR g.id LIKE :beginning ESCAPE '!')");
      String literally = filter.text().replace("!", "!!").replace("%", "!%").replace("_", "!_");
      values.put("part", "%" + literally + "%");
      values.put("beginning", literally + "%");
    }
    return new GroupConditions(String.join(" AND ", all), values);
  }

  private static void concerns(
      String name, String value, List<String> all, Map<String, Object> values) {
    int number = values.size();
    all.add(
        "g.id IN (SELECT anomaly_group FROM anomaly_value WHERE dimension = :name%1$d AND value = :value%1$d)"
            .formatted(number));
    values.put("name" + number, name);
    values.put("value" + number, value);
  }
}
