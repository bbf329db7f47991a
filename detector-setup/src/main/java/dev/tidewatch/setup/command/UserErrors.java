package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.setup.aws.Patience.Interrupted;
import dev.tidewatch.setup.cloudformation.InvalidTemplate;
import dev.tidewatch.setup.plan.Conflict;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells a user's mistake as a sentence; a stack trace is for those who ask for it. */
public final class UserErrors implements IExecutionExceptionHandler {
  private static final List<Class<? extends Exception>> MISTAKES =
      List.of(
          SdkException.class,
          InvalidYamlFile.class,
          InvalidTemplate.class,
          UncheckedIOException.class,
          Conflict.class,
          Interrupted.class,
          NotThere.class,
          ServiceEnded.class,
          IllegalStateException.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    boolean verbose = parsed.hasMatchedOption("--verbose");
    if (verbose || MISTAKES.stream().noneMatch(kind -> kind.isInstance(failure))) {
      throw failure;
    }
    int code = ExitCodes.of(failure);
    String text =
        wantsJson(command.getParseResult()) ? json(code, failure) : text(command, failure);
    command.getErr().println(text);
    command.getErr().flush();
    return code;
  }

  private static boolean wantsJson(ParseResult parsed) {
    return OutputFormat.JSON.equals(parsed.matchedOptionValue("--output", OutputFormat.TABLE));
  }

  private static String text(CommandLine command, Exception failure) {
    String hint = hint(failure);
    return command.getColorScheme().errorText("detector-setup: " + message(failure))
        + (hint.isEmpty() ? "" : System.lineSeparator() + hint);
  }

  private static String json(int code, Exception failure) {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer
        .putObject("error")
        .put("code", code)
        .put("message", message(failure))
        .put("hint", hint(failure));
    return answer.toString();
  }

  /** What went wrong, in words a user can use. */
  static String message(Exception failure) {
    if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return service.awsErrorDetails().serviceName()
          + " answered "
          + service.awsErrorDetails().errorCode()
          + ": "
          + service.awsErrorDetails().errorMessage();
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

  private static String hint(Exception failure) {
    if (failure instanceof AwsServiceException service && service.statusCode() == 403) {
      return "Check which credentials are used, and what they may do: detector-setup doctor";
    }
    if (failure instanceof SdkClientException) {
      return "Check endpoints, region and credentials: detector-setup doctor";
    }
    return "";
  }
}
