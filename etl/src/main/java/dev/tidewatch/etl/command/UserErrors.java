package dev.tidewatch.etl.command;

import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one sentence; the stack trace only to who asks for it with {@code -v}. */
public final class UserErrors implements IExecutionExceptionHandler {
  static final int FAILED = 1;

  /** What Spark puts behind the message of a failed task: that of the task, and its own. */
  private static final Pattern STACK_TRACE =
      Pattern.compile(
          "(?s)\\s*^(?:\\s*at \\S|Driver stacktrace:|Caused by: ).*", Pattern.MULTILINE);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parseResult) {
    if (failure instanceof InvalidYamlFile invalid) {
      commandLine.getErr().println(invalid.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    commandLine.getErr().println("etl: " + sentence(failure));
    if (parseResult.matchedOptionValue("--verbose", false)) {
      failure.printStackTrace(commandLine.getErr());
    }
    return FAILED;
  }

  /** What failed and, where that says more, why. */
  private static String sentence(Throwable failure) {
    String what = text(failure);
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String why = text(cause);
    return what.contains(why) ? what : what + ": " + why;
  }

  /** The message, without stack traces in it and the SDK's list of places it looked at. */
  static String text(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    return STACK_TRACE
        .matcher(message)
        .replaceFirst("")
        .replaceAll(
            "(?s)Unable to load region from any of the providers.*",
            "no region is set: set AWS_REGION, or one in the AWS profile")
        .replaceAll(
            "(?s)Unable to load credentials from any of the providers.*",
            "no AWS credentials are found: give the job a role, or set AWS_PROFILE");
  }
}
