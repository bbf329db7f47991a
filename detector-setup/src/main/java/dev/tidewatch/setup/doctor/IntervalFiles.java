package dev.tidewatch.setup.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of one interval.
 *
 * @param folder where they are
 * @param files directly in it
 * @param lines of the files that were read, each file by itself
 */
record IntervalFiles(String folder, List<S3Object> files, List<List<String>> lines) {
  /** Files beyond this are too many anyway. */
  private static final int MOST_READ = 10;

  IntervalFiles {
    requireNonNull(folder, "folder");
    files = List.copyOf(files);
    lines = List.copyOf(lines);
  }

  /**
   * Reads a folder.
   *
   * @param folder {@code s3://bucket/path/}
   */
  static IntervalFiles read(S3Client s3, String folder, boolean gzip) {
    String[] parts = folder.substring("s3://".length()).split("/", 2);
    List<S3Object> files =
        s3
            .listObjectsV2Paginator(
                request -> request.bucket(parts[0]).prefix(parts[1]).delimiter("/"))
            .contents()
            .stream()
            .filter(file -> !file.key().endsWith("/"))
            .toList();
    List<List<String>> lines = new ArrayList<>();
    files.stream()
        .limit(MOST_READ)
        .forEach(
            file ->
                lines.add(
                    lines(
                        s3.getObjectAsBytes(request -> request.bucket(parts[0]).key(file.key()))
                            .asByteArray(),
                        gzip)));
    return new IntervalFiles(folder, files, lines);
  }

  private static List<String> lines(byte[] bytes, boolean gzip) {
    try {
      byte[] plain =
          gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
      return new String(plain, UTF_8).lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long bytes() {
    return files.stream().mapToLong(S3Object::size).sum();
  }
}
