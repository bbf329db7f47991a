package dev.tidewatch.etl.command;

import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells all mistakes of a metric set, or what it says. */
@Command(
    name = "validate",
    description =
        "Reads a metric set and tells all its mistakes at once, with line, value and remedy.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:right", "2:wrong; each mistake is told"})
public final class ValidateCommand implements Callable<Integer> {
  private static final Duration TRIGGER = Duration.ofSeconds(30);
  private static final Duration BATCH_BUDGET = Duration.ofSeconds(15);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MetricSetOption metricSet = new MetricSetOption();

  @Override
  public Integer call() {
    MetricSet read = metricSet.text().read();
    spec.commandLine()
        .getOut()
        .printf(
            "%s is right: %d measure(s) by %d dimension(s) every %s (%s), from stream %s to %s/%s%n"
                + "a detector may read an interval %d s after its end%n",
            read.name(),
            read.measures().size(),
            read.dimensions().size(),
            read.interval(),
            read.timestamp().zone(),
            read.stream().value(),
            read.output().location(),
            read.output().layout().template(),
            read.detectorOffset(TRIGGER, BATCH_BUDGET).toSeconds());
    return 0;
  }
}
