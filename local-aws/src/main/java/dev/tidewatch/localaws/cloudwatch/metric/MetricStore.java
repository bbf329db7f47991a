package dev.tidewatch.localaws.cloudwatch.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that was measured, in memory. Safe for many threads. */
public final class MetricStore {
  private final NavigableMap<Metric, Map<String, NavigableMap<Instant, Distribution>>> metrics =
      new TreeMap<>();

  public synchronized void add(Collection<Datum> data) {
    for (Datum datum : data) {
      metrics
          .computeIfAbsent(datum.metric(), first -> new TreeMap<>())
          .computeIfAbsent(datum.unit(), first -> new TreeMap<>())
          .merge(datum.time(), datum.values(), Distribution::plus);
    }
  }

  public synchronized List<Metric> metrics() {
    return List.copyOf(metrics.keySet());
  }

  /** When the metric was measured last. */
  public synchronized Optional<Instant> newest(Metric metric) {
    return units(metric).values().stream().map(NavigableMap::lastKey).max(Instant::compareTo);
  }

  /**
   * What was measured from {@code start} to before {@code end}, by the beginnings of periods; these
   * are whole multiples of the period since 1970.
   *
   * @param unit of the values; empty for values of whatever unit
   */
  public synchronized NavigableMap<Instant, Distribution> read(
      Metric metric, String unit, Instant start, Instant end, Duration period) {
    TreeMap<Instant, Distribution> found = new TreeMap<>();
    Instant first = floor(start, period);
    units(metric)
        .forEach(
            (itsUnit, values) -> {
              if (unit.isEmpty() || unit.equals(itsUnit)) {
                values
                    .tailMap(first, true)
                    .headMap(end.isBefore(first) ? first : end, false)
                    .forEach(
                        (time, value) ->
                            found.merge(floor(time, period), value, Distribution::plus));
              }
            });
    return found;
  }

  /** One statistic of the periods that have it. */
  public TimeSeries read(
      Metric metric,
      Statistic statistic,
      String unit,
      Instant start,
      Instant end,
      Duration period) {
    TreeMap<Instant, Double> values = new TreeMap<>();
    read(metric, unit, start, end, period)
        .forEach(
            (time, measured) -> statistic.of(measured).ifPresent(value -> values.put(time, value)));
    return new TimeSeries(values);
  }

  /** The beginning of the period a time is in. */
  public static Instant floor(Instant time, Duration period) {
    long seconds = period.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private Map<String, NavigableMap<Instant, Distribution>> units(Metric metric) {
    @Nullable Map<String, NavigableMap<Instant, Distribution>> found = metrics.get(metric);
    return found == null ? Map.of() : found;
  }
}
