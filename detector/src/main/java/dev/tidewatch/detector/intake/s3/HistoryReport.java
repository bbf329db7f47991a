package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.rows.CollectedIntervals;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.metricset.interval.Interval;
import java.util.Optional;
import java.util.TreeSet;

/** What has been read of the past so far. Safe for use by many threads. */
final class HistoryReport {
  private final RowCollector collector;
  private final Interval window;
  private final History.Progress progress;
  private final TreeSet<String> troubles = new TreeSet<>();
  private int troubled;
  private long files;
  private long rows;

  HistoryReport(RowCollector collector, Interval window, History.Progress progress) {
    this.collector = collector;
    this.window = window;
    this.progress = progress;
  }

  synchronized void read(long newFiles, long newRows) {
    files += newFiles;
    rows += newRows;
    progress.at(files, rows, collector.size());
  }

  synchronized void trouble(String reason) {
    troubled++;
    troubles.add(reason);
    if (troubles.size() > 10) {
      troubles.pollLast();
    }
  }

  synchronized History.Past past() {
    Quality quality = collector.quality();
    return new History.Past(
        new CollectedIntervals(collector), quality, reason(collector.size(), quality));
  }

  private Optional<String> reason(int intervals, Quality quality) {
    if (troubled > 0) {
      String first = troubles.first();
      return Optional.of(shortened(troubled == 1 ? first : troubled + " times such as: " + first));
    }
    if (intervals > 0) {
      return Optional.empty();
    }
    return Optional.of(
        quality.rowsProcessed() > quality.rowsFiltered()
            ? InsufficientData.reason(window, quality)
            : "No data for the past was found");
  }

  static String shortened(String reason) {
    return reason.length() <= Reading.MAX_REASON
        ? reason
        : reason.substring(0, Reading.MAX_REASON - 1) + "…";
  }
}
