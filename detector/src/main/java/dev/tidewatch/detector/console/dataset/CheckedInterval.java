package dev.tidewatch.detector.console.dataset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.words.Bytes;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.RowFault;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.source.Inspection.Look;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was found for an interval.
 *
 * @param reason why it is not well; empty when it is
 * @param rows records that count; 0 where none do
 * @param left how many records do not count, and why
 */
public record CheckedInterval(
    Interval interval,
    Verdict verdict,
    String reason,
    List<FoundFile> files,
    long rows,
    List<String> left) {
  public CheckedInterval {
    requireNonNull(interval, "interval");
    requireNonNull(verdict, "verdict");
    files = List.copyOf(files);
    left = List.copyOf(left);
  }

  /**
   * A file.
   *
   * @param size in bytes
   * @param late whether it was written after the detector had read its folder
   */
  public record FoundFile(String name, long size, Instant written, boolean late) {
    static FoundFile of(Entry entry, Instant read) {
      return new FoundFile(
          entry.address().toString(),
          entry.size(),
          entry.lastModified(),
          entry.lastModified().isAfter(read));
    }

    /** {@code 1.4 MB}. */
    public String sizeWords() {
      return Bytes.words(size);
    }
  }

  /**
   * @param read when the detector read it, or had to
   */
  static CheckedInterval of(Interval interval, Look look, Instant read) {
    List<FoundFile> files = look.files().stream().map(file -> FoundFile.of(file, read)).toList();
    Quality quality = look.reading().quality().orElse(Quality.NONE);
    return new CheckedInterval(
        interval,
        verdict(look.reading(), files),
        reason(look.reading(), files),
        files,
        quality.rowsUsed(),
        left(quality));
  }

  static CheckedInterval without(Interval interval, Verdict verdict, String reason) {
    return new CheckedInterval(interval, verdict, reason, List.of(), 0, List.of());
  }

  private static Verdict verdict(Reading reading, List<FoundFile> files) {
    if (reading instanceof Reading.EmptyByRight) {
      return Verdict.EMPTY;
    }
    if (reading instanceof Reading.Failed failed) {
      return switch (failed.cause()) {
        case HEADER -> Verdict.HEADER;
        case RECORDS -> Verdict.UNUSABLE;
        case REFUSAL, FILE -> Verdict.UNREADABLE;
      };
    }
    if (reading instanceof Reading.NoData) {
      return Verdict.MISSING;
    }
    return files.stream().anyMatch(FoundFile::late) ? Verdict.LATE : Verdict.FOUND;
  }

  private static String reason(Reading reading, List<FoundFile> files) {
    boolean late = reading instanceof Reading.Rows && files.stream().anyMatch(FoundFile::late);
    return late
        ? "Written after the detector had read the folder: what came later does not count. Give the dataset a larger"
            + " offset, or write earlier."
        : reading.reason().orElse("");
  }

  private static List<String> left(Quality quality) {
    List<String> left = new ArrayList<>();
    add(left, quality.rowsOutside(), "with a timestamp outside the interval");
    add(left, quality.rowsFiltered(), "left out by the dataset's filters");
    for (Map.Entry<RowFault, Long> fault : quality.faults().entrySet()) {
      add(left, fault.getValue(), fault.getKey().description());
    }
    add(left, quality.rowsPartial(), "used, with a measure empty");
    return left;
  }

  private static void add(List<String> left, long records, String what) {
    if (records > 0) {
      left.add("%,d %s".formatted(records, what));
    }
  }
}
