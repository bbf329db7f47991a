package dev.tidewatch.etl.kinesis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/**
 * Tries calls again that AWS throttles or that fail on the way, with full jitter: each wait is
 * drawn evenly from zero to a bound that doubles up to {@link #LONGEST_WAIT}.
 */
final class PatientCalls {
  private static final Logger log = LoggerFactory.getLogger(PatientCalls.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final StreamAddress stream;
  private final Duration retryFor;
  private final RandomGenerator random;
  private final AtomicLong throttled = new AtomicLong();

  PatientCalls(StreamAddress stream, Duration retryFor, RandomGenerator random) {
    this.stream = stream;
    this.retryFor = retryFor;
    this.random = random;
  }

  long throttled() {
    return throttled.get();
  }

  /**
   * Calls until it works.
   *
   * @param name of the operation, for messages
   * @param beforeEach waits for the call's turn
   * @throws KinesisSourceException when there is no use in trying again, or no time left
   */
  <T> T call(String name, Runnable beforeEach, Supplier<T> call) {
    long deadline = System.nanoTime() + retryFor.toNanos();
    for (Duration bound = FIRST_WAIT; ; bound = shorter(bound.multipliedBy(2), LONGEST_WAIT)) {
      beforeEach.run();
      try {
        return call.get();
      } catch (AbortedException e) {
        throw interrupted(e);
      } catch (SdkException e) {
        countIfThrottled(e);
        if (!isWorthRetrying(e)) {
          throw failure(name, e);
        }
        if (System.nanoTime() - deadline > 0) {
          throw new KinesisSourceException(
              name + " on stream " + stream + " kept failing for " + retryFor + ": " + reason(e),
              e);
        }
        log.debug("{} on stream {} failed and is tried again: {}", name, stream, reason(e));
        pause(Duration.ofNanos(random.nextLong(bound.toNanos())));
      }
    }
  }

  static void pause(Duration wait) {
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Spark takes this for a query that was stopped, not for one that failed. */
  static UncheckedIOException interrupted(Exception cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException interruption = new InterruptedIOException("reading was interrupted");
    interruption.initCause(cause);
    return new UncheckedIOException(interruption);
  }

  private void countIfThrottled(SdkException e) {
    if (isThrottled(e)) {
      throttled.incrementAndGet();
    }
  }

  private static boolean isThrottled(SdkException e) {
    return e instanceof ProvisionedThroughputExceededException
        || e instanceof LimitExceededException
        || e instanceof KmsThrottlingException
        || (e instanceof AwsServiceException service && service.isThrottlingException());
  }

  private static boolean isWorthRetrying(SdkException e) {
    if (e instanceof AwsServiceException service) {
      return isThrottled(service) || service.statusCode() >= 500;
    }
    return e instanceof ApiCallAttemptTimeoutException || isConnectionTrouble(e);
  }

  private static boolean isConnectionTrouble(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return true;
      }
    }
    return false;
  }

  private KinesisSourceException failure(String name, SdkException e) {
    if (e instanceof ResourceNotFoundException) {
      return new KinesisSourceException(
          "there is no stream "
              + stream
              + " in this account and region ("
              + reason(e)
              + "): check the name, AWS_REGION and the account of the credentials",
          e);
    }
    if (e instanceof AwsServiceException service && isDenied(service)) {
      return new KinesisSourceException(
          "the credentials may not call kinesis:"
              + name
              + " on stream "
              + stream
              + " ("
              + reason(e)
              + "): allow it in the job's role",
          e);
    }
    return new KinesisSourceException(name + " on stream " + stream + " failed: " + reason(e), e);
  }

  private static boolean isDenied(AwsServiceException e) {
    return e.statusCode() == 403
        || (e.awsErrorDetails() != null
            && String.valueOf(e.awsErrorDetails().errorCode()).contains("AccessDenied"));
  }

  private static String reason(SdkException e) {
    if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return service.awsErrorDetails().errorCode()
          + ", "
          + service.awsErrorDetails().errorMessage();
    }
    return e instanceof SdkClientException ? String.valueOf(e.getMessage()) : String.valueOf(e);
  }

  private static Duration shorter(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }
}
