package dev.tidewatch.detector.console.dataset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.dataset.CheckedInterval.FoundFile;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.detector.intake.detect.SampleData.Sample;
import dev.tidewatch.detector.intake.source.Inspection;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Looks at the newest intervals of a dataset as its detector would, and at the rows of a file. */
public final class SourceCheck {
  static final int INTERVALS = 12;
  private static final int SAMPLE = 10;
  private static final int MOST_FILES = 50;
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  private final Inspection inspection;
  private final Dataset dataset;
  private final LongSupplier nanoTime;

  SourceCheck(Inspection inspection, Dataset dataset, LongSupplier nanoTime) {
    this.inspection = requireNonNull(inspection, "inspection");
    this.dataset = requireNonNull(dataset, "dataset");
    this.nanoTime = requireNonNull(nanoTime, "nanoTime");
  }

  /**
   * What a check found.
   *
   * @param when it was made
   * @param who made it
   * @param intervals the newest first; none of a backtest
   * @param history files of the historical path; there may be more
   * @param trouble why the history cannot be seen; empty when it can
   * @param sample first rows of the newest file
   */
  public record Result(
      Instant when,
      String who,
      List<CheckedInterval> intervals,
      List<FoundFile> history,
      String trouble,
      Optional<Rows> sample) {
    public Result {
      intervals = List.copyOf(intervals);
      history = List.copyOf(history);
    }
  }

  /** Some rows of a file. */
  public record Rows(String file, List<String> columns, List<List<String>> rows) {
    static Rows of(Sample sample) {
      return new Rows(
          sample.object().toString(),
          sample.columns(),
          sample.rows().stream().limit(SAMPLE).toList());
    }
  }

  /**
   * @param runs when the detector read which interval, by their starts
   */
  Result run(Instant now, String who, Map<Instant, Instant> runs) {
    try {
      Inspection.Listing history = inspection.history(MOST_FILES);
      return new Result(
          now,
          who,
          dataset.isBacktest() ? List.of() : intervals(due(dataset, now), runs),
          history.files().stream().map(file -> FoundFile.of(file, Instant.MAX)).toList(),
          history.trouble(),
          inspection.sample().map(Rows::of));
    } catch (SourceUnavailable unavailable) {
      return new Result(
          now,
          who,
          List.of(),
          List.of(),
          String.valueOf(unavailable.getMessage()),
          Optional.empty());
    }
  }

  /** The newest intervals that were to be read by now, the newest first. */
  static List<Interval> due(Dataset dataset, Instant now) {
    List<Interval> due = new ArrayList<>();
    Interval next = dataset.calendar().intervalOf(now.minus(dataset.offset()));
    for (int i = 0; i < INTERVALS; i++) {
      next = dataset.calendar().before(next);
      due.add(next);
    }
    return due;
  }

  private List<CheckedInterval> intervals(List<Interval> due, Map<Instant, Instant> runs) {
    long began = nanoTime.getAsLong();
    List<CheckedInterval> checked = new ArrayList<>();
    for (Interval interval : due) {
      checked.add(
          nanoTime.getAsLong() - began > PATIENCE
              ? CheckedInterval.without(interval, Verdict.SKIPPED, "The check took too long.")
              : look(interval, runs));
    }
    return checked;
  }

  private CheckedInterval look(Interval interval, Map<Instant, Instant> runs) {
    Instant read = runs.getOrDefault(interval.start(), interval.end().plus(dataset.offset()));
    try {
      return CheckedInterval.of(interval, inspection.look(interval), read);
    } catch (SourceUnavailable unavailable) {
      return CheckedInterval.without(
          interval, Verdict.UNKNOWN, String.valueOf(unavailable.getMessage()));
    }
  }
}
