package dev.tidewatch.detector.intake.s3;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Completeness;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.IntakePaths;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.Reading.Failed.Cause;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.TooManyRows;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.text.UnusableFile;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads the folder of an interval (contract sections 4.5 and 5). Where our own job's manifests are,
 * the interval is the one file its manifest names, and must be that file to the byte.
 */
public final class S3IntervalSource implements IntervalSource {
  private final S3Objects objects;
  private final Dataset dataset;
  private final PathTemplate template;
  private final IntervalFiles files;
  private final IntakeQuotas quotas;
  private final Room room;
  private final Manifests manifests;

  /**
   * @param template the continuous path of the location
   */
  public S3IntervalSource(
      S3Objects objects,
      Dataset dataset,
      DataLocation.Files location,
      PathTemplate template,
      IntakeQuotas quotas,
      Room room,
      Clock clock) {
    this.objects = requireNonNull(objects, "objects");
    this.dataset = requireNonNull(dataset, "dataset");
    this.template = requireNonNull(template, "template");
    this.quotas = requireNonNull(quotas, "quotas");
    this.room = requireNonNull(room, "room");
    this.files = new IntervalFiles(objects, dataset, location, quotas);
    this.manifests = new Manifests(objects, template, clock);
  }

  @Override
  public Completeness completeness(Interval interval) {
    try {
      return manifests.of(interval);
    } catch (S3Refusal notUnderstood) {
      return new Completeness.Unknown(true);
    }
  }

  @Override
  public Reading read(Interval interval) {
    try (RowCollector collector = RowCollector.of(dataset, 1, room)) {
      return read(interval, collector);
    } catch (TooManyRows excess) {
      return Reading.Failed.unread(excess.reason());
    }
  }

  private Reading read(Interval interval, RowCollector collector) {
    try {
      Completeness completeness = manifests.of(interval);
      if (completeness instanceof Completeness.EmptyByRight) {
        return new Reading.EmptyByRight();
      }
      S3Address folder = IntakePaths.folder(template, dataset.calendar(), interval);
      List<Entry> found = filesIn(folder, interval, completeness);
      if (found.isEmpty()) {
        return new Reading.NoData(
            "No datapoint at the source for interval %s to %s: no file in %s"
                .formatted(interval.start(), interval.end(), folder));
      }
      files.read(interval, found, complete(completeness), collector);
      return reading(interval, collector);
    } catch (S3Refusal refusal) {
      return new Reading.Failed(refusal.reason(), collector.quality(), Cause.REFUSAL);
    } catch (UnusableFile wrong) {
      return new Reading.Failed(
          wrong.reason(), collector.quality(), wrong.isOfHeader() ? Cause.HEADER : Cause.FILE);
    }
  }

  private static Optional<Completeness.Complete> complete(Completeness completeness) {
    return completeness instanceof Completeness.Complete complete
        ? Optional.of(complete)
        : Optional.empty();
  }

  private List<Entry> filesIn(S3Address folder, Interval interval, Completeness completeness)
      throws S3Refusal {
    List<Entry> all = objects.directlyIn(folder, quotas.filesPerInterval());
    if (completeness instanceof Completeness.Complete complete) {
      List<Entry> named =
          all.stream().filter(file -> file.address().equals(complete.object())).toList();
      if (named.isEmpty()) {
        throw new S3Refusal(
            complete.object() + " is not there, though its manifest says it is complete", true);
      }
      return named;
    }
    return SharedFolder.filesOf(interval, dataset.zone(), all);
  }

  private static Reading reading(Interval interval, RowCollector collector) {
    Quality quality = collector.quality();
    if (quality.rowsUsed() > 0) {
      return new Reading.Rows(collector.rows(interval), quality);
    }
    if (quality.rowsProcessed() == quality.rowsFiltered()) {
      return new Reading.NoData(
          "No datapoint at the source for interval %s to %s: %s"
              .formatted(
                  interval.start(),
                  interval.end(),
                  quality.rowsFiltered() == 0
                      ? "its files have no records"
                      : "the dataset's filters leave out all " + quality.rowsFiltered()));
    }
    return new Reading.Failed(InsufficientData.reason(interval, quality), quality);
  }
}
