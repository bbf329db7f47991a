package dev.tidewatch.evaluation.run;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar for each workload: for terminals. */
final class BarProgress implements RunProgress {
  private final PrintStream terminal;
  private Optional<ProgressBar> bar = Optional.empty();

  BarProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void finished(Workload workload, int finished) {
    ProgressBar shown = bar.orElseGet(() -> begin(workload));
    bar = Optional.of(shown);
    shown.stepTo(finished);
    if (finished == workload.tasks().size()) {
      shown.close();
      bar = Optional.empty();
    }
  }

  private ProgressBar begin(Workload workload) {
    return new ProgressBarBuilder()
        .setTaskName(workload.method() + ", " + workload.set())
        .setInitialMax(workload.tasks().size())
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(terminal))
        .build();
  }
}
