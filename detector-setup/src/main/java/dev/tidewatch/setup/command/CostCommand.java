package dev.tidewatch.setup.command;

import dev.tidewatch.setup.cost.Estimate;
import dev.tidewatch.setup.cost.PriceTable;
import dev.tidewatch.setup.cost.Size;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a month costs. */
@Command(
    name = "cost",
    description = {
      "Says what a month of the file costs, line by line with its arithmetic, and what was assumed. Asks nobody: the"
          + " prices are in the program and may have changed.",
      ""
    })
public final class CostCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--series",
      paramLabel = "N",
      description =
          "How many time series there are: measures times combinations of dimensions. Default: as"
              + " if each dimension had 10 values.")
  private @Nullable Long series;

  @Option(
      names = "--records-per-second",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many records come into the stream. Default: 100.")
  private double recordsPerSecond = 100;

  @Override
  public Integer call() {
    Size size = size();
    Estimate estimate = Estimate.of(PriceTable.read(), size);
    CostReport report = new CostReport(frame.out(), estimate, size);
    if (output.json()) {
      report.printJson();
    } else {
      report.print();
    }
    return ExitCode.OK;
  }

  private Size size() {
    try {
      Size usual = Size.of(file.read(), recordsPerSecond);
      return Optional.ofNullable(series).map(usual::withSeries).orElse(usual);
    } catch (IllegalArgumentException impossible) {
      throw frame.mistake(String.valueOf(impossible.getMessage()));
    }
  }
}
