package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads a file and tells every mistake in it. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the file and tells every mistake with its line, its value and what to do. Asks nobody.",
      ""
    })
public final class ValidateCommand implements Callable<Integer> {
  @Mixin private final FileOption file = new FileOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: detector %s, %s, %d measures, %d dimensions, %d alerts, %d topics%n",
        file.path(),
        blueprint.detector().anomalyDetectorName(),
        blueprint.dataset().metricSetFrequencyAsString(),
        blueprint.dataset().metricList().size(),
        blueprint.dataset().dimensionList().size(),
        blueprint.alerts().size(),
        blueprint.topics().size());
    out.flush();
    return ExitCode.OK;
  }
}
