package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.setup.aws.ErrorText;
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
    return command.getColorScheme().errorText("detector-setup: " + ErrorText.of(failure))
        + (hint.isEmpty() ? "" : System.lineSeparator() + hint);
  }

  private static String json(int code, Exception failure) {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    ObjectNode error = answer.putObject("error");
    error.put("code", code).put("message", ErrorText.of(failure)).put("hint", hint(failure));
    if (failure instanceof InvalidYamlFile invalid) {
      ArrayNode mistakes = error.putArray("mistakes");
      invalid
          .problems()
          .forEach(
              problem ->
                  mistakes
                      .addObject()
                      .put("line", problem.line())
                      .put("column", problem.column())
                      .put("path", problem.path())
                      .put("value", problem.value())
                      .put("message", problem.message())
                      .put("remedy", problem.remedy()));
    }
    return answer.toString();
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
