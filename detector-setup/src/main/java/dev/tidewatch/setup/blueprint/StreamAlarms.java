package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The alarms on the stream itself: {@code ingest} and {@code lag}, each with {@code false} off. */
final class StreamAlarms {
  private final Optional<MetricSet> metricSet;

  StreamAlarms(Optional<MetricSet> metricSet) {
    this.metricSet = metricSet;
  }

  /** Fewer records than this in an interval alarm; at least one is usual. */
  Optional<Double> ingest(Optional<YamlValue> section) {
    return isOff(section)
        ? Optional.empty()
        : limit(section, "below", "1")
            .flatMap(CloudWatchAlarms::number)
            .or(() -> section.isPresent() ? Optional.empty() : Optional.of(1.0));
  }

  /** Records that are read later than this alarm; an interval's length is usual. */
  Optional<Duration> lag(Optional<YamlValue> section) {
    return isOff(section)
        ? Optional.empty()
        : limit(section, "above", "10m")
            .flatMap(StreamAlarms::duration)
            .or(
                () ->
                    section.isPresent()
                        ? Optional.empty()
                        : metricSet.map(set -> set.interval().duration()));
  }

  private static Optional<Duration> duration(YamlValue value) {
    return value.as(
        text -> DurationText.parse(text).filter(time -> !time.isNegative() && !time.isZero()),
        "duration",
        "Use seconds, minutes or hours, such as 10m");
  }

  private boolean isOff(Optional<YamlValue> section) {
    if (metricSet.isEmpty()) {
      section.ifPresent(
          value -> value.problem("the file has no stream", "Leave it out, or add stream"));
      return true;
    }
    return section.isPresent()
        && !section.get().isMapping()
        && section
            .get()
            .flag()
            .map(
                on -> {
                  if (on) {
                    section.get().problem("says no limit", "Write a limit, or leave it out");
                  }
                  return true;
                })
            .orElse(true);
  }

  private static Optional<YamlValue> limit(
      Optional<YamlValue> section, String key, String example) {
    Optional<YamlMapping> keys = section.flatMap(value -> value.mapping(List.of(key)));
    return keys.flatMap(mapping -> mapping.required(key, key + ": " + example));
  }
}
