package dev.tidewatch.consolecheck.world;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Definition;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Failure;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/** Fills a world with trials of the shop's settings: two that are done, one that failed. */
record TrialFill(Handle handle, Instant now, Words words) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int INTERVALS = 600;
  private static final int LEARNT = 420;

  void fill() {
    Planted fall = plant("uk", 120, 4, 0.4, 88);
    Planted rise = plant("de", 60, 2, 1.6, 57);
    Planted dip = plant("fr", 30, 3, 0.8, 24);
    done(ShopFill.NAME + "-trial-1", 70, List.of(fall, rise, dip));
    done(ShopFill.NAME + "-trial-2", 50, List.of(fall, dip));
    failed(ShopFill.NAME + "-trial-3");
  }

  private Planted plant(String market, int ago, int intervals, double factor, int severity) {
    return new Planted(
        words.measure("revenue"),
        Map.of(words.dimension("marketplace"), words.value(market)),
        ago,
        intervals,
        factor,
        severity);
  }

  private void done(String name, int threshold, List<Planted> planted) {
    Cube cube =
        new Cube(
            words.dimension("marketplace"),
            List.of(words.value("uk"), words.value("de"), words.value("fr")),
            words.dimension("platform"),
            List.of(words.value("pc_web"), words.value("mobile_app")));
    Instant end = Instant.ofEpochSecond(now.getEpochSecond() / 3600 * 3600);
    Instant start = end.minus(HOUR.multipliedBy(INTERVALS));
    Declared declared = new Declared(handle, now, words);
    long trial =
        declared.detector(
            name,
            "A trial of settings",
            IntervalLength.PT1H,
            AnomalyDetectorStatus.BACK_TEST_COMPLETE);
    String measure = words.measure("revenue");
    declared.dataset(trial, name, List.of(measure), List.of(cube.firstName(), cube.secondName()));
    handle.execute(
        "INSERT INTO progress VALUES (?, 'BACKTEST', ?, ?, ?, 0, ?, 0)",
        trial,
        now.toEpochMilli(),
        end.getEpochSecond(),
        INTERVALS,
        start.plus(HOUR.multipliedBy(LEARNT)).getEpochSecond());
    insert(trial, threshold, labels(end, cube));
    Filling filling = new Filling(handle, trial, cube, start, HOUR, INTERVALS);
    Map<String, Traces> traces =
        filling.points(Map.of(measure, new Curve(58_000, 0.03, 5)), planted, LEARNT);
    for (int i = 0; i < planted.size(); i++) {
      filling.group(requireNonNull(traces.get(measure)), planted.get(i), i + 1, List.of());
    }
  }

  /** A list that knows one more than can be found. */
  private String labels(Instant end, Cube cube) {
    return label(end.minus(HOUR.multipliedBy(121)), 4, cube.firstName(), words.value("uk"))
        + label(end.minus(HOUR.multipliedBy(90)), 2, cube.firstName(), words.value("de"));
  }

  private static String label(Instant start, int hours, String dimension, String value) {
    return "%s,%s,%s=%s\n"
        .formatted(start, start.plus(HOUR.multipliedBy(hours)), dimension, value.replace(',', ' '));
  }

  private void failed(String name) {
    long trial =
        new Declared(handle, now, words)
            .detector(
                name, "A trial of settings", IntervalLength.PT1H, AnomalyDetectorStatus.INACTIVE);
    insert(trial, 70, "");
    Detectors.fail(
        handle,
        trial,
        new Failure(
            AnomalyDetectorFailureType.BACK_TEST_ACTIVATION_FAILURE,
            "a backtest needs 285 intervals with data at least, the historical path has 48"),
        now);
  }

  private void insert(long trial, int threshold, String labels) {
    long base = Detectors.find(handle, ShopFill.NAME).orElseThrow().id();
    CreateMetricSetRequest definition = MetricSets.of(handle, base).orElseThrow().definition();
    handle.execute(
        "INSERT INTO trial VALUES (?, ?, 'PT5M', ?, ?, ?, ?, ?)",
        trial,
        ShopFill.NAME,
        Definition.write(definition),
        0,
        Instant.parse("9999-12-31T00:00:00Z").getEpochSecond(),
        threshold,
        labels);
  }
}
