package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.Measure;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import dev.tidewatch.setup.blueprint.TimeSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is sent for an interval.
 *
 * @param rows how many rows the file has
 * @param data one for each series, in the order of their texts
 * @param leftOut how many values CloudWatch would refuse: it takes dimension values of 1 to 255
 *     printable ASCII characters, and numbers up to 2 to the power of 360
 */
record IntervalData(int rows, List<Datum> data, int leftOut) {
  /** What a request may hold (CloudWatch's quotas), with room for what is around it. */
  private static final int MOST_DATA = 1_000;

  private static final int MOST_BYTES = 900_000;
  private static final Pattern DIMENSION_VALUE = Pattern.compile("(?=.*\\S)[ -~]{1,255}");

  IntervalData {
    data = List.copyOf(data);
  }

  /** Adds rows up by each set of dimensions. */
  static IntervalData of(CloudWatchBlueprint blueprint, List<Row> rows) {
    SortedMap<String, Datum> sums = new TreeMap<>();
    int leftOut = 0;
    for (Set<String> set : blueprint.dimensionSets()) {
      for (Row row : rows) {
        SortedMap<String, String> dimensions = new TreeMap<>(row.dimensions());
        dimensions.keySet().retainAll(set);
        leftOut += add(blueprint, row, dimensions, sums);
      }
    }
    List<Datum> accepted = sums.values().stream().filter(Datum::isAccepted).toList();
    int refused =
        sums.values().stream().filter(datum -> !datum.isAccepted()).mapToInt(Datum::count).sum();
    return new IntervalData(rows.size(), accepted, leftOut + refused);
  }

  /** How many values of the row cannot be added. */
  private static int add(
      CloudWatchBlueprint blueprint,
      Row row,
      SortedMap<String, String> dimensions,
      Map<String, Datum> sums) {
    boolean sendable =
        dimensions.values().stream().allMatch(value -> DIMENSION_VALUE.matcher(value).matches());
    int leftOut = 0;
    for (Measure measure : blueprint.measures()) {
      BigDecimal value = row.values().get(measure.name());
      if (value == null) {
        continue;
      }
      if (!sendable || !Datum.accepts(value)) {
        leftOut++;
        continue;
      }
      TimeSeries series = new TimeSeries(measure.name(), measure.aggregation(), dimensions);
      sums.merge(series.text(), Datum.of(series, value), (known, added) -> known.plus(added.sum()));
    }
    return leftOut;
  }

  IntervalData without(Set<Datum> some) {
    return new IntervalData(
        rows, data.stream().filter(datum -> !some.contains(datum)).toList(), leftOut);
  }

  /** The data in requests that CloudWatch accepts. */
  List<List<Datum>> batches() {
    List<List<Datum>> batches = new ArrayList<>();
    List<Datum> batch = new ArrayList<>();
    int bytes = 0;
    for (Datum datum : data) {
      if (batch.size() == MOST_DATA || bytes + datum.size() > MOST_BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(datum);
      bytes += datum.size();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
