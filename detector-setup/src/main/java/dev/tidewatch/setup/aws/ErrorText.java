package dev.tidewatch.setup.aws;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What went wrong, in words a user can use. */
public final class ErrorText {
  private ErrorText() {}

  /** Of a failure. */
  public static String of(Exception failure) {
    if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return answered(service, service.awsErrorDetails());
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return of(unchecked);
    }
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("Unable to load region")) {
      return "no AWS region is set: set AWS_REGION, or AWS_PROFILE to a profile that has one";
    }
    if (message.startsWith("Unable to load credentials")) {
      return "no AWS credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
          + " AWS_SECRET_ACCESS_KEY";
    }
    return message;
  }

  private static String answered(AwsServiceException service, AwsErrorDetails details) {
    String who = String.valueOf(details.serviceName());
    if (details.errorCode() == null && details.errorMessage() == null) {
      return who
          + " answered with HTTP status "
          + service.statusCode()
          + " and no words of that service: is its endpoint right?";
    }
    return who
        + " answered "
        + Optional.ofNullable(details.errorCode()).orElse("status " + service.statusCode())
        + ": "
        + Optional.ofNullable(details.errorMessage()).orElse("no reason");
  }

  private static String of(UncheckedIOException unchecked) {
    if (unchecked.getCause() instanceof FileSystemException file) {
      String reason = Optional.ofNullable(file.getReason()).orElse(kind(file));
      return file.getFile() + ": " + reason;
    }
    String message = String.valueOf(unchecked.getMessage());
    return message.replaceFirst("^java\\.io\\.IOException: ", "");
  }

  /** {@code NoSuchFile} of {@code NoSuchFileException}, in words. */
  private static String kind(FileSystemException failure) {
    return failure
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
