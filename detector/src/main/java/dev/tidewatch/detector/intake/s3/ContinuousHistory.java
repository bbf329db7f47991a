package dev.tidewatch.detector.intake.s3;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.text.UnusableFile;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks backwards along the continuous path (contract section 4.3, last line but one), day after
 * day (month after month when intervals are days). It ends when there are enough intervals, at the
 * window's beginning, or after a gap in which no interval had rows: three days for intervals of
 * minutes, two weeks for hours, two months for days.
 */
public final class ContinuousHistory implements History {
  private final Dataset dataset;
  private final FolderListing folders;
  private final IntervalFiles files;
  private final IntakeQuotas quotas;
  private final Room room;

  /**
   * @param template the continuous path of the location
   */
  public ContinuousHistory(
      S3Objects objects,
      Dataset dataset,
      DataLocation.Files location,
      PathTemplate template,
      IntakeQuotas quotas,
      Room room) {
    this.dataset = requireNonNull(dataset, "dataset");
    this.folders =
        new FolderListing(objects, template, dataset.calendar(), quotas.filesPerInterval());
    this.files = new IntervalFiles(objects, dataset, location, quotas);
    this.quotas = requireNonNull(quotas, "quotas");
    this.room = requireNonNull(room, "room");
  }

  @Override
  public Past read(Instant now, Progress progress) {
    RowCollector collector = RowCollector.of(dataset, quotas.historyIntervals(), room);
    try {
      return read(collector, now, progress);
    } catch (RuntimeException failure) {
      collector.close();
      throw failure;
    }
  }

  private Past read(RowCollector collector, Instant now, Progress progress) {
    Interval window = HistoryWindow.of(dataset, now);
    HistoryReport report = new HistoryReport(collector, window, progress);
    try (Parallel parallel = new Parallel()) {
      Interval next = dataset.calendar().intervalOf(window.end().minusNanos(1));
      int missing = 0;
      while (!next.start().isBefore(window.start())
          && missing < longestGap(dataset.length())
          && collector.size() < quotas.historyIntervals()) {
        List<Interval> stretch = stretchEndingWith(next, window.start());
        Map<Interval, List<Entry>> found = folders.list(stretch, parallel);
        parallel.run(tasks(stretch, found, collector, report));
        missing = missing(stretch, missing, collector);
        next = dataset.calendar().before(stretch.get(stretch.size() - 1));
      }
    } catch (S3Refusal refusal) {
      report.trouble(refusal.reason());
    }
    return report.past();
  }

  /** How many intervals in a row may be missing before the data is taken to begin there. */
  static int longestGap(IntervalLength length) {
    return switch (length) {
      case PT5M -> 3 * 288;
      case PT10M -> 3 * 144;
      case PT1H -> 14 * 24;
      case P1D -> 60;
    };
  }

  /** The intervals of the day, or month, up to this one, newest first. */
  private List<Interval> stretchEndingWith(Interval last, Instant earliest) {
    List<Interval> stretch = new ArrayList<>();
    Object same = stretchOf(last);
    for (Interval interval = last;
        stretchOf(interval).equals(same) && !interval.start().isBefore(earliest);
        interval = dataset.calendar().before(interval)) {
      stretch.add(interval);
    }
    return stretch;
  }

  private Object stretchOf(Interval interval) {
    var date = dataset.calendar().localStart(interval).toLocalDate();
    return dataset.length() == IntervalLength.P1D ? date.withDayOfMonth(1) : date;
  }

  private List<Runnable> tasks(
      List<Interval> stretch,
      Map<Interval, List<Entry>> found,
      RowCollector collector,
      HistoryReport report) {
    return stretch.stream()
        .filter(interval -> !found.getOrDefault(interval, List.of()).isEmpty())
        .<Runnable>map(
            interval ->
                () ->
                    readInterval(
                        interval, found.getOrDefault(interval, List.of()), collector, report))
        .toList();
  }

  private void readInterval(
      Interval interval, List<Entry> found, RowCollector collector, HistoryReport report) {
    List<Entry> own = SharedFolder.filesOf(interval, dataset.zone(), found);
    try {
      long rows = files.read(interval, own, Optional.empty(), collector);
      report.read(own.size(), rows);
    } catch (UnusableFile wrong) {
      collector.forget(interval);
      report.trouble(wrong.reason());
    } catch (S3Refusal refusal) {
      collector.forget(interval);
      report.trouble(refusal.reason());
    }
  }

  private static int missing(List<Interval> stretch, int before, RowCollector collector) {
    HashSet<Interval> withRows = new HashSet<>(collector.intervals());
    int missing = before;
    for (Interval interval : stretch) {
      missing = withRows.contains(interval) ? 0 : missing + 1;
    }
    return missing;
  }
}
