package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundRelation;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.relation.Relation;
import dev.tidewatch.scoring.series.Trouble;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts into the database what a detector of five minutes would have found. */
final class FoundAnomalies {
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int POINT_BYTES = Double.BYTES + 4 * Float.BYTES;

  private final LookoutUnderTest lookout;
  private final long detector;

  FoundAnomalies(LookoutUnderTest lookout, String detectorArn) {
    this.lookout = lookout;
    this.detector = lookout.find(detectorArn).id();
  }

  /**
   * A group over two intervals.
   *
   * @param place counts intervals from {@link #START}
   */
  String group(String measure, int number, int place, double severity, FoundSeries... series) {
    return group(measure, number, place, severity, List.of(), series);
  }

  String group(
      String measure,
      int number,
      int place,
      double severity,
      List<FoundRelation> relations,
      FoundSeries... series) {
    String id = FoundGroup.idOf(detector, measure, number);
    Instant start = time(place);
    FoundGroup group =
        new FoundGroup(
            id,
            detector,
            measure,
            number,
            start,
            start.plus(INTERVAL),
            start,
            severity,
            severity,
            false,
            scope("it", "web"),
            peak(start),
            List.of(
                new Contribution("marketplace", "it", 30),
                new Contribution("marketplace", "fr", 10),
                new Contribution("platform", "web", 49)),
            series.length);
    lookout.database.change(
        handle ->
            Groups.write(
                handle, new GroupChange(Optional.empty(), group, List.of(series), relations)));
    return id;
  }

  /** A series of two dimension values that is anomalous. */
  FoundSeries series(String marketplace, String platform, double severity) {
    Scope scope = scope(marketplace, platform);
    int number = lookout.database.write(handle -> number(handle, scope));
    return new FoundSeries(number, scope, severity, peak(START), Trouble.OUTLIER);
  }

  private int number(Handle handle, Scope scope) {
    SeriesNumbers numbers = SeriesNumbers.of(detector, handle);
    int number = numbers.of(scope);
    numbers.write(handle);
    return number;
  }

  /** What all series had in an interval, by their numbers; NaN: nothing. */
  void points(String measure, int place, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * POINT_BYTES);
    for (double value : values) {
      bytes.putDouble(value).putFloat(1).putFloat(0).putFloat(2).putFloat(0);
    }
    lookout.database.change(
        handle ->
            handle.execute(
                "INSERT INTO point_interval VALUES (?, ?, ?, 0, ?)",
                detector,
                time(place).getEpochSecond(),
                measure,
                bytes.array()));
  }

  FoundRelation cause(String measure, double percent) {
    return new FoundRelation(measure, Relation.CAUSE, percent, 0, Optional.empty());
  }

  FoundRelation effect(String measure) {
    return new FoundRelation(measure, Relation.EFFECT, 20, 1, Optional.empty());
  }

  static Instant time(int place) {
    return START.plus(INTERVAL.multipliedBy(place));
  }

  private static Scope scope(String marketplace, String platform) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("platform", platform);
    values.put("marketplace", marketplace);
    return new Scope(values);
  }

  private static FoundGroup.Peak peak(Instant interval) {
    return new FoundGroup.Peak(interval, 9, 1, 0, 2);
  }
}
