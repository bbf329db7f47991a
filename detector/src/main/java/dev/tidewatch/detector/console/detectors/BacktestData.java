package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.overview.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType;

/**
 * What a backtest learnt from and what it scored (contract section 4.4).
 *
 * @param learnt the oldest part
 * @param scored the newest part
 */
public record BacktestData(TimeRange learnt, TimeRange scored, Duration interval) {
  static Optional<BacktestData> read(Handle handle, long detector, Duration interval) {
    Map<String, Instant> stamps = new TreeMap<>();
    handle
        .createQuery(
            "SELECT metric, value FROM quality WHERE detector = ? AND metric LIKE 'BACKTEST_%' ORDER BY interval")
        .bind(0, detector)
        .map(
            (row, context) ->
                Map.entry(row.getString(1), Instant.ofEpochMilli((long) row.getDouble(2))))
        .forEach(stamp -> stamps.put(stamp.getKey(), stamp.getValue()));
    Optional<TimeRange> learnt =
        range(
            stamps,
            DataQualityMetricType.BACKTEST_TRAINING_DATA_START_TIME_STAMP,
            DataQualityMetricType.BACKTEST_TRAINING_DATA_END_TIME_STAMP);
    Optional<TimeRange> scored =
        range(
            stamps,
            DataQualityMetricType.BACKTEST_INFERENCE_DATA_START_TIME_STAMP,
            DataQualityMetricType.BACKTEST_INFERENCE_DATA_END_TIME_STAMP);
    return learnt.flatMap(first -> scored.map(second -> new BacktestData(first, second, interval)));
  }

  private static Optional<TimeRange> range(
      Map<String, Instant> stamps, DataQualityMetricType from, DataQualityMetricType to) {
    Instant start = stamps.get(from.toString());
    Instant end = stamps.get(to.toString());
    return start == null || end == null || !start.isBefore(end)
        ? Optional.empty()
        : Optional.of(new TimeRange(start, end));
  }

  /** Of 100, how much is learnt from. */
  public long learntPercent() {
    double both = seconds(learnt) + seconds(scored);
    return Math.round(100 * seconds(learnt) / both);
  }

  private static double seconds(TimeRange range) {
    return Duration.between(range.from(), range.to()).toSeconds();
  }
}
