package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.aws.Patience.Pause;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.publish.Outcome;
import dev.tidewatch.setup.cloudwatch.publish.PublishCost;
import dev.tidewatch.setup.cloudwatch.publish.Publisher;
import dev.tidewatch.setup.cloudwatch.publish.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends interval files to CloudWatch. */
@Command(
    name = "publish",
    description = {
      "Sends the ETL job's interval files to CloudWatch as metrics, each interval once. Says first what that costs.",
      ""
    })
public final class PublishCommand implements Callable<Integer> {
  private static final int PARTLY = 8;
  private static final double FREE_HAND = 5;
  private static final Duration LOOK_BACK = Duration.ofDays(1);
  private static final int LOOKS_AN_INTERVAL = 5;
  private static final Duration THROTTLED_AT_MOST = Duration.ofMinutes(5);

  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "The first interval, such as 2026-11-27T00:00:00Z. Default: two weeks ago.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "Where to end, that instant not included. Default: now.")
  private @Nullable Instant to;

  @Option(names = "--follow", description = "Go on with each interval as its file comes.")
  private boolean follow;

  @Option(
      names = "--resend",
      description =
          "Send again what was cut short, and may be counted twice then: CloudWatch adds.")
  private boolean resend;

  @Override
  public Integer call() {
    if (follow && to != null) {
      throw frame.mistake("--to is an end, and --follow has none: leave out one of them");
    }
    Blueprint blueprint = file.read();
    try (Clients clients = new Clients()) {
      Publisher publisher =
          new Publisher(
              blueprint,
              clients.s3(),
              clients.cloudWatchOnce(),
              new Patience(THROTTLED_AT_MOST, Pause.REAL),
              UUID.randomUUID().toString());
      return run(blueprint, publisher);
    }
  }

  private int run(Blueprint blueprint, Publisher publisher) {
    Instant now = Instant.now();
    PrintWriter err = frame.err();
    PublishReport report = new PublishReport(frame.out(), err, blueprint.cloudWatch().namespace());
    List<Interval> intervals =
        publisher.intervals(
            Optional.ofNullable(from).orElse(now.minus(Publisher.OLDEST)),
            Optional.ofNullable(to).orElse(now),
            now);
    Tally survey =
        publisher.survey(intervals, now, resend, report.progress("looked at", intervals.size()));
    PublishCost cost = PublishCost.of(blueprint, survey);
    report.intention(survey, cost);
    if (confirmation.dryRun()) {
      report.result(survey, output.json());
      return ExitCode.OK;
    }
    boolean small = cost.month() <= FREE_HAND && (survey.metrics() > 0 || !follow);
    if (!small && !confirmation.isGiven("Go on?", frame.err())) {
      return ExitCodes.FAILED;
    }
    Tally tally =
        publisher.publish(intervals, now, resend, report.progress("done with", intervals.size()));
    report.result(tally, output.json());
    if (follow) {
      goOn(blueprint, publisher, report);
    }
    return tally.of(Outcome.IN_DOUBT) == 0 ? ExitCode.OK : PARTLY;
  }

  /** Ends with the process. */
  private void goOn(Blueprint blueprint, Publisher publisher, PublishReport report) {
    Duration interval = blueprint.cloudWatch().evaluation().period();
    Duration back =
        LOOK_BACK.compareTo(interval.multipliedBy(3)) > 0 ? LOOK_BACK : interval.multipliedBy(3);
    while (true) {
      Pause.REAL.of(interval.dividedBy(LOOKS_AN_INTERVAL));
      Instant now = Instant.now();
      Tally tally =
          publisher.publish(
              publisher.intervals(now.minus(back), now, now), now, false, looked -> {});
      if (tally.of(Outcome.SENT) > 0) {
        report.result(tally, output.json());
      }
    }
  }
}
