package dev.tidewatch.etl.job;

import org.apache.spark.SparkException;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** The job cannot go on. The message is for people. */
public final class JobFailedException extends RuntimeException {
  JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Looks through what Spark wraps around a failure of ours. */
  static JobFailedException because(StreamingQueryException failure) {
    Throwable cause = failure;
    while (isWrapping(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return new JobFailedException(message == null ? cause.toString() : message, failure);
  }

  private static boolean isWrapping(Throwable failure) {
    return failure instanceof StreamingQueryException
        || failure instanceof SparkException
        || failure.getClass().getName().startsWith("org.apache.spark.");
  }
}
