package dev.tidewatch.etl.job;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** The job cannot go on. The message is for people. */
public final class JobFailedException extends RuntimeException {
  /** How Spark speaks of memory when the error itself stayed behind in a task. */
  private static final List<String> SIGNS_OF_MEMORY =
      List.of(
          "java.lang.OutOfMemoryError",
          "Java heap space",
          "GC overhead limit exceeded",
          "TaskResultLost",
          "spark.driver.maxResultSize",
          "exceeds limit",
          "exceeding memory limits");

  JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Looks through what Spark wraps around a failure of ours. */
  static JobFailedException because(StreamingQueryException failure) {
    Throwable cause = failure;
    while (isWrapping(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new JobFailedException(
        isOfMemory(failure) ? moreMemory(cause) : message(cause), failure);
  }

  private static boolean isWrapping(Throwable failure) {
    return failure instanceof StreamingQueryException
        || failure instanceof SparkException
        || failure.getClass().getName().startsWith("org.apache.spark.");
  }

  private static boolean isOfMemory(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof OutOfMemoryError
                    || (isWrapping(cause)
                        && !(cause instanceof StreamingQueryException) // repeats its cause
                        && SIGNS_OF_MEMORY.stream().anyMatch(message(cause)::contains)));
  }

  private static String moreMemory(Throwable cause) {
    return "a batch needs more memory than the job has: give it more (spark.driver.memory; where"
        + " executors run apart from the driver, spark.executor.memory and"
        + " spark.driver.maxResultSize as well), or read less at once: begin with a new checkpoint,"
        + " --adopt and a shorter --max-span (a batch once begun keeps its records). Spark says: "
        + message(cause).lines().findFirst().orElse("");
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
