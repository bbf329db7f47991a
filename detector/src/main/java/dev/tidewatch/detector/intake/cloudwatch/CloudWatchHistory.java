package dev.tidewatch.detector.intake.cloudwatch;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.rows.CollectedIntervals;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the past of metrics of CloudWatch, a stretch of 200 intervals after the other, newest
 * first, until there are enough, or until two stretches in a row are empty; never further back than
 * the 455 days CloudWatch keeps.
 */
public final class CloudWatchHistory implements History {
  private static final Duration KEPT = Duration.ofDays(455);
  private static final int STRETCH = 200;
  private static final int EMPTY_STRETCHES = 2;

  private final CloudWatchMetrics metrics;
  private final Dataset dataset;
  private final IntakeQuotas quotas;
  private final Room room;

  public CloudWatchHistory(
      CloudWatchMetrics metrics, Dataset dataset, IntakeQuotas quotas, Room room) {
    this.metrics = requireNonNull(metrics, "metrics");
    this.dataset = requireNonNull(dataset, "dataset");
    this.quotas = requireNonNull(quotas, "quotas");
    this.room = requireNonNull(room, "room");
  }

  @Override
  public Past read(Instant now, Progress progress) {
    int most = dataset.isBacktest() ? quotas.backtestIntervals() : quotas.historyIntervals();
    RowCollector collector = RowCollector.of(dataset, most, room);
    try {
      return past(now, most, collector, progress);
    } catch (RuntimeException failure) {
      collector.close();
      throw failure;
    }
  }

  private Past past(Instant now, int most, RowCollector collector, Progress progress) {
    Optional<String> reason = Optional.empty();
    try {
      read(now, most, collector, progress);
    } catch (CloudWatchRefusal refusal) {
      reason = Optional.of(refusal.reason());
    }
    if (collector.size() == 0 && reason.isEmpty()) {
      reason = Optional.of("CloudWatch has no datapoints of the past");
    }
    return new Past(new CollectedIntervals(collector), collector.quality(), reason);
  }

  private void read(Instant now, int most, RowCollector collector, Progress progress)
      throws CloudWatchRefusal {
    Instant end = dataset.calendar().intervalOf(now).start();
    Instant earliest = end.minus(KEPT);
    long rows = 0;
    int empty = 0;
    while (collector.size() < most && empty < EMPTY_STRETCHES && end.isAfter(earliest)) {
      Interval stretch = new Interval(startOfStretch(end), end);
      long points = metrics.collect(stretch, collector);
      empty = points == 0 ? empty + 1 : 0;
      rows += points;
      progress.at(0, rows, collector.size());
      end = stretch.start();
    }
  }

  private Instant startOfStretch(Instant end) {
    Duration nominal = dataset.length().duration().multipliedBy(STRETCH);
    return dataset.calendar().intervalOf(end.minus(nominal)).start();
  }
}
