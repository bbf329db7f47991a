package dev.tidewatch.etl.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFailedExceptionTest {
  private static final String REMEDY = "spark.driver.memory";

  private static String because(Throwable cause) {
    String message = "Query terminated with exception: " + cause.getMessage();
    var failure =
        new StreamingQueryException(
            message,
            cause,
            "0",
            "1",
            "STREAM_FAILED",
            new scala.collection.immutable.Map.Map3<>(
                "id", "query", "runId", "run", "message", message));
    return String.valueOf(JobFailedException.because(failure).getMessage());
  }

  @Test
  void saysWhatFailedWithoutWhatSparkWrapsAroundIt() {
    Throwable ours = new IllegalStateException("the source has sent no position");
    assertThat(because(new SparkException("Job aborted", ours)))
        .isEqualTo("the source has sent no position");
  }

  @Test
  void saysWhatToDoWhenTheDriverRunsOutOfMemory() {
    assertThat(because(new OutOfMemoryError("Java heap space")))
        .contains(REMEDY, "a shorter --max-span", "Java heap space");
  }

  @Test
  void findsTheErrorBehindAnotherFailure() {
    assertThat(because(new IllegalStateException("not written", new OutOfMemoryError("Metaspace"))))
        .contains(REMEDY, "not written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent failure:"
            + " Lost task 0.3: java.lang.OutOfMemoryError: Java heap space",
        "Job aborted due to stage failure: Exception while getting task result:"
            + " TaskResultLost (result lost from block manager)",
        "Job aborted due to stage failure: Total size of serialized results of 9 tasks (1.1 GiB) is"
            + " bigger than spark.driver.maxResultSize (1024.0 MiB)",
        "the size of the result exceeds limit",
        "ExecutorLostFailure (executor 1 exited): Container killed by YARN for exceeding memory limits."
      })
  void knowsWhenSparkSpeaksOfMemory(String message) {
    assertThat(
            because(new SparkException(message + "\n\tat dev.tidewatch.Job\nDriver stacktrace:")))
        .contains(REMEDY)
        .endsWith("Spark says: " + message);
  }

  @Test
  void aFailureOfOursThatSpeaksOfMemoryIsNone() {
    String ours = "the record's value 'Java heap space' exceeds limit 10";
    assertThat(because(new IllegalStateException(ours))).isEqualTo(ours);
  }
}
