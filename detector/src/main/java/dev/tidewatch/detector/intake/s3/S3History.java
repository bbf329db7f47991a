package dev.tidewatch.detector.intake.s3;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
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
  private static final int EXPANSION = 10;

  private final S3Objects objects;
  private final Dataset dataset;
  private final DataLocation.Files location;
  private final S3Address path;
  private final IntakeQuotas quotas;

  /**
   * @param path the historical path of the location
   */
  public S3History(
      S3Objects objects,
      Dataset dataset,
      DataLocation.Files location,
      S3Address path,
      IntakeQuotas quotas) {
    this.objects = requireNonNull(objects, "objects");
    this.dataset = requireNonNull(dataset, "dataset");
    this.location = requireNonNull(location, "location");
    this.path = requireNonNull(path, "path");
    this.quotas = requireNonNull(quotas, "quotas");
  }

  @Override
  public Past read(Instant now, Progress progress) {
    int most = dataset.isBacktest() ? quotas.backtestIntervals() : quotas.historyIntervals();
    RowCollector collector = RowCollector.of(dataset, most);
    HistoryReport report = new HistoryReport(collector, progress);
    Interval window = HistoryWindow.of(dataset, now);
    try (Parallel parallel = new Parallel()) {
      List<Runnable> tasks =
          files().stream()
              .<Runnable>map(file -> () -> readFile(file.address(), window, collector, report))
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
      S3Address file, Interval window, RowCollector collector, HistoryReport report) {
    try {
      long rows = objects.read(file, bytes -> count(bytes, window, collector));
      report.read(1, rows);
    } catch (UnusableFile wrong) {
      report.trouble(file + " " + wrong.reason());
    } catch (S3Refusal refusal) {
      report.trouble(refusal.reason());
    } catch (IOException wrong) {
      report.trouble(file + " cannot be read: " + wrong.getMessage());
    }
  }

  private long count(InputStream bytes, Interval window, RowCollector collector)
      throws IOException {
    long[] count = {0};
    ByteBudget expanded =
        new ByteBudget(
            Math.max(quotas.expandedBytes(), EXPANSION * quotas.historyBytes()),
            "expands to too many bytes: split it");
    TextFile.read(
        bytes,
        location.format(),
        collector.columns(),
        expanded,
        records -> count[0] = collector.add(records, RecordScope.of(window)));
    return count[0];
  }
}
