package dev.tidewatch.etl.command;

import dev.tidewatch.metricset.yaml.InvalidMetricSet;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one sentence; the stack trace only to who asks for it with {@code -v}. */
public final class UserErrors implements IExecutionExceptionHandler {
  static final int FAILED = 1;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parseResult) {
    if (failure instanceof InvalidMetricSet invalid) {
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

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
