package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a file and tells every mistake in it. */
@Command(
    name = "validate",
    description = {
      "Reads the file and tells every mistake with its line, its value and what to do. Asks nobody.",
      ""
    })
public final class ValidateCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();

  @ArgGroup(multiplicity = "1")
  private final Question question = new Question();

  @Mixin private final OutputOption output = new OutputOption();

  /** Either about a file, or about files as such. */
  private static final class Question {
    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        required = true,
        description = "The YAML file to read.")
    private @Nullable Path file;

    @Option(
        names = "--schema",
        required = true,
        description = "Print the JSON Schema of such files instead: editors complete by it.")
    private boolean schema;
  }

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    if (question.schema || question.file == null) {
      out.print(BlueprintFile.schema());
      out.flush();
      return ExitCode.OK;
    }
    Blueprint blueprint = BlueprintFile.read(question.file);
    if (output.json()) {
      Json.print(out, json(blueprint));
      return ExitCode.OK;
    }
    out.printf(
        "%s: detector %s, %s, %d measures, %d dimensions, %d alerts, %d topics%n",
        question.file,
        blueprint.detector().anomalyDetectorName(),
        blueprint.dataset().metricSetFrequencyAsString(),
        blueprint.dataset().metricList().size(),
        blueprint.dataset().dimensionList().size(),
        blueprint.alerts().size(),
        blueprint.topics().size());
    out.flush();
    return ExitCode.OK;
  }

  private static Map<String, Object> json(Blueprint blueprint) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("valid", true);
    answer.put("name", blueprint.name());
    answer.put("detector", blueprint.detector().anomalyDetectorName());
    answer.put("interval", blueprint.dataset().metricSetFrequencyAsString());
    answer.put(
        "measures",
        blueprint.dataset().metricList().stream().map(measure -> measure.metricName()).toList());
    answer.put("dimensions", blueprint.dataset().dimensionList());
    answer.put("alerts", blueprint.alerts().stream().map(alert -> alert.name()).toList());
    answer.put("topics", blueprint.topics().stream().map(topic -> topic.name()).toList());
    return answer;
  }
}
