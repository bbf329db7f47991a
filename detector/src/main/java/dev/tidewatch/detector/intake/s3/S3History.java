package dev.tidewatch.detector.intake.s3;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.rows.RecordScope;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.text.ByteBudget;
import dev.tidewatch.detector.intake.text.TextFile;
import dev.tidewatch.detector.intake.text.UnusableFile;
import dev.tidewatch.metricset.interval.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Reads the historical path (contract section 5.2): the objects directly in a folder, or one
 * object. A file may hold any number of intervals, in any order; a file that cannot be used is told
 * of and left out.
 */
public final class S3History implements History {
  /** What compresses further is not data of measures, but made to keep a server busy. */
  private static final int EXPANSION = 100;

  private final S3Objects objects;
  private final Dataset dataset;
  private final DataLocation.Files location;
  private final S3Address path;
  private final IntakeQuotas quotas;
  private final Room room;

  /**
   * @param path the historical path of the location
   */
  public S3History(
      S3Objects objects,
      Dataset dataset,
      DataLocation.Files location,
      S3Address path,
      IntakeQuotas quotas,
      Room room) {
    this.objects = requireNonNull(objects, "objects");
    this.dataset = requireNonNull(dataset, "dataset");
    this.location = requireNonNull(location, "location");
    this.path = requireNonNull(path, "path");
    this.quotas = requireNonNull(quotas, "quotas");
    this.room = requireNonNull(room, "room");
  }

  @Override
  public Past read(Instant now, Progress progress) {
    int most = dataset.isBacktest() ? quotas.backtestIntervals() : quotas.historyIntervals();
    RowCollector collector = RowCollector.of(dataset, most, room);
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
      List<Runnable> tasks =
          files().stream()
              .<Runnable>map(
                  file -> () -> readFile(file.address(), file.size(), window, collector, report))
              .toList();
      parallel.run(tasks);
    } catch (S3Refusal refusal) {
      report.trouble(refusal.reason());
    }
    return report.past();
  }

  private List<Entry> files() throws S3Refusal {
    List<Entry> files = HistoricalFiles.list(objects, path, quotas.historyFiles());
    if (files.size() > quotas.historyFiles()) {
      throw new S3Refusal(
          "%s has more than %d files: join them".formatted(path, quotas.historyFiles()), false);
    }
    long bytes = files.stream().mapToLong(Entry::size).sum();
    if (bytes > quotas.historyBytes()) {
      throw new S3Refusal(
          "%s has %d MB, the quota is %d: leave out what is older"
              .formatted(path, bytes >> 20, quotas.historyBytes() >> 20),
          false);
    }
    return files;
  }

  private void readFile(
      S3Address file, long size, Interval window, RowCollector collector, HistoryReport report) {
    try {
      long rows = objects.read(file, bytes -> count(bytes, size, window, collector));
      report.read(1, rows);
    } catch (UnusableFile wrong) {
      report.trouble(file + " " + wrong.reason());
    } catch (S3Refusal refusal) {
      report.trouble(refusal.reason());
    } catch (IOException wrong) {
      report.trouble(file + " cannot be read: " + wrong.getMessage());
    }
  }

  private long count(InputStream bytes, long size, Interval window, RowCollector collector)
      throws IOException {
    long[] count = {0};
    ByteBudget expanded =
        new ByteBudget(
            Math.max(quotas.expandedBytes(), EXPANSION * size),
            "expands to more than %d times its size: write it anew".formatted(EXPANSION));
    TextFile.read(
        bytes,
        location.format(),
        collector.columns(),
        expanded,
        records -> count[0] = collector.add(records, RecordScope.of(window)));
    return count[0];
  }
}
