package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.series.Trouble;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes what detectors of five minutes found. */
public record Findings(Handle handle) {
  public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  public static Instant time(int place) {
    return START.plus(INTERVAL.multipliedBy(place));
  }

  public void detector(long id, String name) {
    handle.execute(
        "INSERT INTO detector (id, name, frequency, status, created, modified)"
            + " VALUES (?, ?, 'PT5M', 'ACTIVE', 0, 0)",
        id,
        name);
  }

  /** A group over some intervals in stores, of which the first has 91 of the contributions. */
  public String group(
      long detector,
      String measure,
      int number,
      int place,
      int intervals,
      double severity,
      boolean open,
      String... stores) {
    FoundGroup.Peak peak = new FoundGroup.Peak(time(place), 9, 1, 0, 2);
    SeriesNumbers numbers = SeriesNumbers.of(detector, handle);
    numbers.of(new Scope(Map.of()));
    List<FoundSeries> series =
        Arrays.stream(stores)
            .map(store -> new Scope(Map.of("store", store)))
            .map(
                scope ->
                    new FoundSeries(numbers.of(scope), scope, severity - 1, peak, Trouble.OUTLIER))
            .toList();
    numbers.write(handle);
    FoundGroup group =
        new FoundGroup(
            FoundGroup.idOf(detector, measure, number),
            detector,
            measure,
            number,
            time(place),
            time(place + intervals - 1),
            time(place),
            severity,
            severity,
            open,
            new Scope(Map.of("store", stores[0])),
            peak,
            List.of(new Contribution("store", stores[0], 91), new Contribution("store", "rest", 9)),
            series.size());
    Groups.write(handle, new GroupChange(Optional.empty(), group, series, List.of()));
    return group.id();
  }

  public void point(long detector, String measure, Instant interval, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * (Double.BYTES + 4 * Float.BYTES));
    for (double value : values) {
      bytes.putDouble(value).putFloat(1).putFloat(0).putFloat(2).putFloat(0);
    }
    handle.execute(
        "INSERT INTO point_interval VALUES (?, ?, ?, 0, ?)",
        detector,
        interval.getEpochSecond(),
        measure,
        bytes.array());
  }

  public void checked(long detector, int place, String status) {
    handle.execute(
        "INSERT INTO execution VALUES (?, ?, ?, NULL, 0, 0)",
        detector,
        time(place).getEpochSecond(),
        status);
  }
}
