package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.request.Conflict;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells a failure in one sentence; the stack trace only to who asks for it with {@code -v}. */
public final class UserErrors implements IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final int DENIED = 4;
  private static final int NOT_FOUND = 5;
  private static final int CONFLICT = 6;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    boolean mistake =
        failure instanceof SdkException
            || failure instanceof IllegalArgumentException
            || failure instanceof UncheckedIOException
            || failure instanceof Conflict;
    if (!mistake || parsed.hasMatchedOption("--verbose")) {
      throw failure;
    }
    command.getErr().println(command.getColorScheme().errorText("deploy: " + sentence(failure)));
    command.getErr().flush();
    return exitCode(failure);
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof Conflict) {
      return CONFLICT;
    }
    if (failure instanceof IllegalArgumentException || failure instanceof InvalidYamlFile) {
      return CommandLine.ExitCode.USAGE;
    }
    if (failure instanceof AwsServiceException answer) {
      return switch (answer.statusCode()) {
        case 401, 403 -> DENIED;
        case 404 -> NOT_FOUND;
        default -> FAILED;
      };
    }
    return sentence(failure).contains("credentials") ? DENIED : FAILED;
  }

  private static String sentence(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
      return answer.awsErrorDetails().serviceName()
          + ": "
          + answer.awsErrorDetails().errorMessage();
    }
    if (failure instanceof SdkClientException) {
      return message
          .replaceAll(
              "(?s)Unable to load region from any of the providers.*",
              "no region is set: give one with --region, or set AWS_REGION")
          .replaceAll(
              "(?s)Unable to load credentials from any of the providers.*",
              "no AWS credentials are found: set AWS_PROFILE, or look without any: --dry-run");
    }
    return message;
  }
}
