package dev.tidewatch.setup.command;

import dev.tidewatch.setup.aws.Failures;
import dev.tidewatch.setup.aws.Patience.Interrupted;
import dev.tidewatch.setup.plan.Conflict;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;

/** What a command's exit code says. */
final class ExitCodes {
  static final int FAILED = 1;
  static final int PLAN_HAS_CHANGES = 3;
  static final int NO_PERMISSION = 4;
  static final int NOT_FOUND = 5;
  static final int CONFLICT = 6;
  static final int POOR_DATA = 7;
  static final int PARTLY = 8;
  static final int TIMEOUT = 124;
  static final int INTERRUPTED = 130;

  private ExitCodes() {}

  /** The exit code of a failure. */
  static int of(Throwable failure) {
    if (failure instanceof Conflict || failure instanceof ConflictException) {
      return CONFLICT;
    }
    if (failure instanceof Interrupted) {
      return INTERRUPTED;
    }
    if (failure instanceof NotThere || failure instanceof ResourceNotFoundException) {
      return NOT_FOUND;
    }
    if (failure instanceof AwsServiceException service) {
      boolean denied = service.statusCode() == 403 || service.statusCode() == 401;
      if (denied) {
        return NO_PERMISSION;
      }
      return isMissing(service) ? NOT_FOUND : FAILED;
    }
    return Failures.isAboutCredentials(failure) ? NO_PERMISSION : FAILED;
  }

  /** S3 says {@code NoSuchKey}, IAM {@code NoSuchEntity}, others {@code …NotFound…}. */
  private static boolean isMissing(AwsServiceException failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .flatMap(details -> Optional.ofNullable(details.errorCode()))
        .filter(code -> code.startsWith("NoSuch") || code.contains("NotFound"))
        .isPresent();
  }
}
