package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import scala.Tuple2;

/**
 * What a checkpoint says, without changing it.
 *
 * @param queryId whose it is; {@link #NEW} when it is nobody's yet
 * @param nextBatch the batch a job would go on with, from 0: the first that was not committed
 */
public record CheckpointState(String queryId, long nextBatch) {
  /** Stands for the name a job is yet to make. */
  public static final String NEW = "new";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  public CheckpointState {
    requireNonNull(queryId, "queryId");
  }

  /**
   * Looks into the folder, through the file systems that Spark's settings name.
   *
   * @throws IllegalArgumentException when Spark could not use it; the message says what to do
   */
  public static CheckpointState of(String checkpoint) {
    try {
      Path folder = new Path(checkpoint);
      FileSystem fileSystem = folder.getFileSystem(hadoop());
      String queryId = JobIdentity.look(fileSystem, folder);
      OptionalLong planned = newest(fileSystem, new Path(folder, "offsets"));
      OptionalLong committed = newest(fileSystem, new Path(folder, "commits"));
      // A batch is planned before it runs, and only the newest one can be left uncommitted.
      long next = planned.equals(committed) ? committed.orElse(-1) + 1 : planned.orElse(0);
      return new CheckpointState(queryId.isEmpty() ? NEW : queryId, next);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(checkpoint, e);
    }
  }

  static IllegalArgumentException unusable(String checkpoint, Exception cause) {
    return new IllegalArgumentException(
        "the checkpoint "
            + checkpoint
            + " cannot be used: "
            + cause.getMessage()
            + ". Name a folder that Spark's file systems can write, such as s3://bucket/folder on Glue and EMR",
        cause);
  }

  private static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    for (Tuple2<String, String> setting : new SparkConf().getAllWithPrefix("spark.hadoop.")) {
      hadoop.set(setting._1(), setting._2());
    }
    return hadoop;
  }

  /** The highest number that names a file. */
  private static OptionalLong newest(FileSystem fileSystem, Path folder) throws IOException {
    if (!fileSystem.exists(folder)) {
      return OptionalLong.empty();
    }
    return Arrays.stream(fileSystem.listStatus(folder))
        .map(file -> file.getPath().getName())
        .filter(name -> NUMBER.matcher(name).matches())
        .mapToLong(Long::parseLong)
        .max();
  }
}
