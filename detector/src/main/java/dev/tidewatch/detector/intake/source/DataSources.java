package dev.tidewatch.detector.intake.source;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.cloudwatch.CloudWatchHistory;
import dev.tidewatch.detector.intake.cloudwatch.CloudWatchMetrics;
import dev.tidewatch.detector.intake.cloudwatch.CloudWatchSource;
import dev.tidewatch.detector.intake.detect.ConfigDetection;
import dev.tidewatch.detector.intake.detect.SampleData;
import dev.tidewatch.detector.intake.rows.CollectedIntervals;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.detector.intake.s3.ContinuousHistory;
import dev.tidewatch.detector.intake.s3.S3History;
import dev.tidewatch.detector.intake.s3.S3IntervalSource;
import dev.tidewatch.detector.intake.s3.S3Objects;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens the sources of data sets, with the clients of this process. Safe for use by many threads.
 */
public final class DataSources {
  private final S3Objects objects;
  private final Supplier<CloudWatchClient> cloudWatch;
  private final Clock clock;
  private final Room room;

  /**
   * @param s3 closed by whoever made it
   * @param cloudWatch asked when a data set needs it, each time for the same client
   */
  public DataSources(S3Client s3, Supplier<CloudWatchClient> cloudWatch, Clock clock) {
    this(() -> s3, cloudWatch, clock, Room.ofHeap());
  }

  /** With clients that are asked for when a data set needs them, each time the same ones. */
  public DataSources(
      Supplier<S3Client> s3, Supplier<CloudWatchClient> cloudWatch, Clock clock, Room room) {
    this.objects = new S3Objects(s3);
    this.cloudWatch = requireNonNull(cloudWatch, "cloudWatch");
    this.clock = requireNonNull(clock, "clock");
    this.room = requireNonNull(room, "room");
  }

  /**
   * The intervals of a data set, one after the other.
   *
   * @throws IllegalArgumentException for a backtest over files, which has no continuous path
   */
  public IntervalSource intervals(Dataset dataset, IntakeQuotas quotas) {
    if (dataset.location() instanceof DataLocation.Files files) {
      PathTemplate template =
          files
              .continuous()
              .orElseThrow(() -> new IllegalArgumentException("a backtest has no continuous path"));
      return new S3IntervalSource(objects, dataset, files, template, quotas, room, clock);
    }
    return new CloudWatchSource(metrics(dataset), dataset, room);
  }

  /**
   * The past of a data set: its historical path, or what lies along its continuous path (contract
   * section 4.3).
   */
  public History history(Dataset dataset, IntakeQuotas quotas) {
    if (dataset.location() instanceof DataLocation.Files files) {
      return history(dataset, files, quotas);
    }
    return new CloudWatchHistory(metrics(dataset), dataset, quotas, room);
  }

  private History history(Dataset dataset, DataLocation.Files files, IntakeQuotas quotas) {
    Optional<S3Address> historical = files.historical();
    if (historical.isPresent()) {
      return new S3History(objects, dataset, files, historical.get(), quotas, room);
    }
    return files
        .continuous()
        .<History>map(
            template -> new ContinuousHistory(objects, dataset, files, template, quotas, room))
        .orElseGet(() -> (now, progress) -> nothing(dataset));
  }

  private History.Past nothing(Dataset dataset) {
    return new History.Past(
        new CollectedIntervals(RowCollector.of(dataset, 1, room)), Quality.NONE, Optional.empty());
  }

  private CloudWatchMetrics metrics(Dataset dataset) {
    return new CloudWatchMetrics(cloudWatch.get(), dataset);
  }

  /** Looks at what a data set's own paths lead to, for people; nothing is learnt from it. */
  public Inspection inspection(Dataset dataset, IntakeQuotas quotas) {
    return new Inspection(objects, sampleData(), dataset, quotas, () -> intervals(dataset, quotas));
  }

  /** Shows what files hold (contract section 6.5). */
  public SampleData sampleData() {
    return new SampleData(objects, clock);
  }

  /** Finds out how files are written (contract section 6.5). */
  public ConfigDetection configDetection() {
    return new ConfigDetection(objects, clock);
  }
}
