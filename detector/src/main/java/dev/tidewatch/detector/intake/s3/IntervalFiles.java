package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.Completeness.Complete;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
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
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the files of one interval into its rows, within the quotas (contract section 5.6). */
final class IntervalFiles {
  private static final double MEGABYTE = 1024 * 1024;

  private final S3Objects objects;
  private final Dataset dataset;
  private final DataLocation.Files location;
  private final IntakeQuotas quotas;

  IntervalFiles(
      S3Objects objects, Dataset dataset, DataLocation.Files location, IntakeQuotas quotas) {
    this.objects = objects;
    this.dataset = dataset;
    this.location = location;
    this.quotas = quotas;
  }

  /**
   * Reads them all.
   *
   * @param manifest what the only file must be, if that is known
   * @return how many records they have
   * @throws UnusableFile when one cannot be used, or they are too many or too large; the reason is
   *     a whole sentence then
   */
  long read(
      Interval interval, List<Entry> files, Optional<Complete> manifest, RowCollector collector)
      throws S3Refusal, UnusableFile {
    checkQuotas(files);
    ByteBudget expanded =
        new ByteBudget(
            quotas.expandedBytes(),
            "expands to more than %s MB: split the data or ask for a higher limit"
                .formatted(megabytes(quotas.expandedBytes())));
    long left = quotas.recordsPerInterval();
    for (Entry file : files) {
      left -= readFile(interval, file.address(), manifest, left, expanded, collector);
    }
    return quotas.recordsPerInterval() - left;
  }

  private void checkQuotas(List<Entry> files) throws UnusableFile {
    if (files.size() > quotas.filesPerInterval()) {
      throw new UnusableFile(
          "The interval has %d files or more, the quota is %d: write fewer, larger files"
              .formatted(files.size(), quotas.filesPerInterval()));
    }
    long bytes = files.stream().mapToLong(Entry::size).sum();
    if (bytes > quotas.bytesPerInterval()) {
      throw new UnusableFile(
          "The interval has %s MB, the quota is %s: aggregate the records before writing them"
              .formatted(megabytes(bytes), megabytes(quotas.bytesPerInterval())));
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
  }

  private long readFile(
      Interval interval,
      S3Address file,
      Optional<Complete> manifest,
      long left,
      ByteBudget expanded,
      RowCollector collector)
      throws S3Refusal, UnusableFile {
    RecordScope scope =
        new RecordScope(
            interval,
            SharedFolder.later(interval, dataset.zone(), file),
            left,
            "takes the interval over its quota of %d records: aggregate them before writing"
                .formatted(quotas.recordsPerInterval()));
    try {
      return objects.read(file, bytes -> count(bytes, scope, manifest, expanded, collector));
    } catch (UnusableFile wrong) {
      throw wrong.named(file.toString());
    } catch (IOException impossible) { // those of the connection are told otherwise
      throw new UnusableFile(file + " cannot be read: " + impossible.getMessage());
    }
  }

  private long count(
      InputStream bytes,
      RecordScope scope,
      Optional<Complete> manifest,
      ByteBudget expanded,
      RowCollector collector)
      throws IOException {
    long[] count = {0};
    DigestInputStream digested = new DigestInputStream(bytes, sha256());
    InputStream limited = manifest.isPresent() ? digested : bytes;
    TextFile.read(
        limited,
        location.format(),
        collector.columns(),
        expanded,
        records -> count[0] = collector.add(records, scope));
    if (manifest.isPresent()) {
      digested.transferTo(OutputStream.nullOutputStream());
      check(HexFormat.of().formatHex(digested.getMessageDigest().digest()), manifest.get());
    }
    return count[0];
  }

  private static void check(String sha256, Complete manifest) throws UnusableFile {
    if (!sha256.equals(manifest.sha256())) {
      throw new UnusableFile(
          "is not the file its manifest describes (SHA-256 differs): it was written over or"
              + " damaged");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
