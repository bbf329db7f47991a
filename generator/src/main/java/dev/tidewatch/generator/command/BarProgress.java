package dev.tidewatch.generator.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar that fills with the time generated: for terminals. */
final class BarProgress implements Progress {
  private static final long UNKNOWN = -1;

  private final ProgressBar bar;
  private final Instant from;

  BarProgress(PrintStream terminal, Schedule schedule) {
    from = schedule.from();
    boolean endless = schedule.total() != Long.MAX_VALUE || schedule.isEndless();
    bar =
        new ProgressBarBuilder()
            .setTaskName("generating")
            .setInitialMax(endless ? UNKNOWN : Duration.between(from, schedule.until()).toMinutes())
            .setUpdateIntervalMillis(200)
            .setConsumer(new ConsoleProgressBarConsumer(terminal))
            .build();
  }

  @Override
  public void sent(long records, Instant reached) {
    bar.stepTo(Duration.between(from, reached).toMinutes());
    bar.setExtraMessage(records + " records, up to " + reached.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void close() {
    bar.close();
  }
}
