package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.alerting.message.SeverityClass;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How many groups there are of each class of severity. */
public record SeverityCounts(Map<SeverityClass, Integer> counts) {
  public SeverityCounts {
    counts = Map.copyOf(counts);
  }

  /** Of the groups that are looked at. */
  public static SeverityCounts read(Handle handle, GroupFilter filter) {
    GroupConditions conditions = GroupConditions.of(filter);
    Map<SeverityClass, Integer> counts = new EnumMap<>(SeverityClass.class);
    handle
        .createQuery("SELECT g.told FROM" + GroupConditions.FROM + "WHERE " + conditions.where())
        .bindMap(conditions.bindings())
        .mapTo(Double.class)
        .forEach(told -> counts.merge(SeverityClass.of(told), 1, Integer::sum));
    return new SeverityCounts(counts);
  }

  public int of(SeverityClass severity) {
    return counts.getOrDefault(severity, 0);
  }

  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
