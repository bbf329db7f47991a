package dev.tidewatch.setup.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What failures of calls mean for those who made them. */
public final class Failures {
  private static final int TIMEOUT = 408;
  private static final List<Class<? extends Exception>> UNSENT =
      List.of(ConnectException.class, NoRouteToHostException.class, UnknownHostException.class);

  private Failures() {}

  /** Whether no credentials were found. */
  public static boolean isAboutCredentials(Throwable failure) {
    return failure instanceof SdkClientException
        && String.valueOf(failure.getMessage()).contains("credentials");
  }

  /**
   * Whether the same call may succeed later with nothing changed: the service or the way to it is
   * out of order, or too much was asked of it. What is denied, or refused as wrong, stays so.
   */
  public static boolean isPassing(SdkException failure) {
    if (failure instanceof AwsServiceException answer) {
      return answer.isThrottlingException()
          || answer.statusCode() >= 500
          || answer.statusCode() == TIMEOUT;
    }
    return !isAboutCredentials(failure)
        && !String.valueOf(failure.getMessage()).startsWith("Unable to load region");
  }

  /** Whether the service did nothing of what was asked: it refused, or was never reached. */
  public static boolean isWithoutEffect(SdkException failure) {
    if (failure instanceof AwsServiceException answer) {
      return answer.statusCode() < 500;
    }
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> UNSENT.stream().anyMatch(kind -> kind.isInstance(cause)));
  }
}
