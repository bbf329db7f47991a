package dev.tidewatch.localaws.cloudwatch.detector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.anomaly.BandModel;
import dev.tidewatch.localaws.cloudwatch.anomaly.TimeRange;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.protocol.Input;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How a detector learns.
 *
 * @param zone by its name; empty for UTC
 */
record Learning(List<TimeRange> excluded, String zone, boolean periodicSpikes) {
  private static final int MOST_RANGES = 10;

  Learning {
    excluded = List.copyOf(excluded);
    requireNonNull(zone, "zone");
  }

  /** Reads and checks {@code Configuration} and {@code MetricCharacteristics}. */
  static Learning of(Input input) {
    boolean spikes =
        input
            .object("MetricCharacteristics")
            .map(c -> c.flag("PeriodicSpikes", false))
            .orElse(false);
    return input
        .object("Configuration")
        .map(configuration -> new Learning(ranges(configuration), zone(configuration), spikes))
        .orElseGet(() -> new Learning(List.of(), "", spikes));
  }

  BandModel model() {
    return new BandModel(excluded, zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
  }

  void write(ObjectNode json) {
    if (!excluded.isEmpty() || !zone.isEmpty()) {
      ObjectNode configuration = json.putObject("Configuration");
      ArrayNode ranges = configuration.putArray("ExcludedTimeRanges");
      excluded.forEach(
          range ->
              ranges
                  .addObject()
                  .put("StartTime", range.start().toString())
                  .put("EndTime", range.end().toString()));
      if (!zone.isEmpty()) {
        configuration.put("MetricTimezone", zone);
      }
    }
    if (periodicSpikes) {
      json.putObject("MetricCharacteristics").put("PeriodicSpikes", true);
    }
  }

  private static List<TimeRange> ranges(Input configuration) {
    List<TimeRange> ranges =
        configuration.list("ExcludedTimeRanges").stream().map(Learning::range).toList();
    if (ranges.size() > MOST_RANGES) {
      throw MetricErrors.invalid("ExcludedTimeRanges are at most " + MOST_RANGES + ".");
    }
    return ranges;
  }

  private static TimeRange range(Input range) {
    Instant start = time(range, "StartTime");
    Instant end = time(range, "EndTime");
    if (!start.isBefore(end)) {
      throw MetricErrors.invalid("An excluded time range ends after its start.");
    }
    return new TimeRange(start, end);
  }

  private static Instant time(Input range, String name) {
    return range
        .time(name)
        .orElseThrow(() -> MetricErrors.missing("A range needs the parameter " + name + "."));
  }

  private static String zone(Input configuration) {
    String zone = configuration.text("MetricTimezone", "");
    try {
      ZoneId unused = zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw MetricErrors.invalid("The MetricTimezone '" + zone + "' is not known.");
    }
    return zone;
  }
}
