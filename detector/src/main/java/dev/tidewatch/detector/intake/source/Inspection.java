package dev.tidewatch.detector.intake.source;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.IntakePaths;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.detector.intake.detect.SampleData;
import dev.tidewatch.detector.intake.detect.SampleData.Sample;
import dev.tidewatch.detector.intake.s3.HistoricalFiles;
import dev.tidewatch.detector.intake.s3.S3Objects;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.s3.S3Refusal;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.path.PathTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at what a data set's own paths lead to, through the same readers that detectors use. Reads
 * nothing but these paths.
 */
public final class Inspection {
  private final S3Objects objects;
  private final SampleData samples;
  private final Dataset dataset;
  private final IntakeQuotas quotas;
  private final Supplier<IntervalSource> intervals;

  Inspection(
      S3Objects objects,
      SampleData samples,
      Dataset dataset,
      IntakeQuotas quotas,
      Supplier<IntervalSource> intervals) {
    this.objects = requireNonNull(objects, "objects");
    this.samples = requireNonNull(samples, "samples");
    this.dataset = requireNonNull(dataset, "dataset");
    this.quotas = requireNonNull(quotas, "quotas");
    this.intervals = requireNonNull(intervals, "intervals");
  }

  /**
   * What is there for an interval.
   *
   * @param files in its folder; none where there are no folders
   * @param reading what a run would come to now
   */
  public record Look(List<Entry> files, Reading reading) {
    public Look {
      files = List.copyOf(files);
      requireNonNull(reading, "reading");
    }
  }

  /**
   * Files, or why they cannot be seen.
   *
   * @param trouble empty when there is none
   */
  public record Listing(List<Entry> files, String trouble) {
    public Listing {
      files = List.copyOf(files);
    }
  }

  /**
   * Looks at one interval.
   *
   * @throws SourceUnavailable when the source cannot be asked now
   */
  public Look look(Interval interval) {
    List<Entry> files = template().map(path -> files(path, interval).files()).orElse(List.of());
    return new Look(files, intervals.get().read(interval));
  }

  private Optional<PathTemplate> template() {
    return dataset.location() instanceof DataLocation.Files files
        ? files.continuous()
        : Optional.empty();
  }

  private Listing files(PathTemplate path, Interval interval) {
    try {
      S3Address folder = IntakePaths.folder(path, dataset.calendar(), interval);
      return new Listing(objects.directlyIn(folder, quotas.filesPerInterval()), "");
    } catch (S3Refusal refusal) { // the reading says it, too
      return new Listing(List.of(), refusal.reason());
    }
  }

  /**
   * The files of the historical path.
   *
   * @param most how many are of interest; there may be more
   * @throws SourceUnavailable when the source cannot be asked now
   */
  public Listing history(int most) {
    Optional<S3Address> path =
        dataset.location() instanceof DataLocation.Files files
            ? files.historical()
            : Optional.empty();
    if (path.isEmpty()) {
      return new Listing(List.of(), "");
    }
    try {
      return new Listing(HistoricalFiles.list(objects, path.get(), most), "");
    } catch (S3Refusal refusal) {
      return new Listing(List.of(), refusal.reason());
    }
  }

  /**
   * The first rows of the newest file; empty when there is none, or none that can be read.
   *
   * @throws SourceUnavailable when the source cannot be asked now
   */
  public Optional<Sample> sample() {
    if (!(dataset.location() instanceof DataLocation.Files files)) {
      return Optional.empty();
    }
    try {
      Optional<PathTemplate> path = files.continuous();
      Optional<S3Address> history = files.historical();
      if (path.isPresent()) {
        return samples.ofContinuousPath(path.get().template(), files.format());
      }
      return history.isPresent()
          ? samples.ofHistoricalPath(history.get(), files.format())
          : Optional.empty();
    } catch (S3Refusal refusal) {
      return Optional.empty();
    }
  }
}
