package dev.tidewatch.endtoend.benchmark;

import java.nio.file.Path;
import java.util.Locale;

/** The jobs that are compared. */
enum Job {
  /** This repository's: writes to S3. */
  OURS,
  /**
   * As it is usually written. It writes to a folder, which costs less than S3: Spark's own way to
   * S3, hadoop-aws, is not brought along.
   */
  USUAL;

  /** Where a run's output goes. */
  String output(Path folder, String bucket) {
    return this == OURS
        ? "s3://" + bucket + "/" + folder.getFileName()
        : folder.resolve("output").toString();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
