package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.aws.Stop;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.publish.Following;
import dev.tidewatch.setup.cloudwatch.publish.Outcome;
import dev.tidewatch.setup.cloudwatch.publish.PublishCost;
import dev.tidewatch.setup.cloudwatch.publish.Publisher;
import dev.tidewatch.setup.cloudwatch.publish.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
  private static final double FREE_HAND = 5;
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
          "Send again at once what is in doubt, without asking CloudWatch: it may be counted twice.")
  private boolean resend;

  private final Stop stop = new Stop();
  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() {
    if (follow && to != null) {
      throw frame.mistake("--to is an end, and --follow has none: leave out one of them");
    }
    if (follow && resend) {
      throw frame.mistake("--resend is for once: leave out --follow");
    }
    Blueprint blueprint = file.read();
    try (Clients clients = new Clients()) {
      Publisher publisher =
          new Publisher(blueprint, clients, new Patience(THROTTLED_AT_MOST, stop), clock, stop);
      PublishReport report =
          new PublishReport(
              frame.out(), frame.err(), blueprint.cloudWatch().namespace(), output.json());
      return Interruption.finishing(() -> run(blueprint, publisher, report), stop, frame.err());
    }
  }

  private int run(Blueprint blueprint, Publisher publisher, PublishReport report) {
    Instant now = clock.instant();
    Instant first = Optional.ofNullable(from).orElse(now.minus(Publisher.OLDEST));
    List<Interval> intervals = publisher.intervals(first, Optional.ofNullable(to).orElse(now));
    Tally survey =
        publisher.survey(intervals, resend, report.progress("looked at", intervals.size()));
    PublishCost cost = PublishCost.of(blueprint, survey);
    report.intention(survey, cost);
    if (confirmation.dryRun()) {
      report.prospect(survey);
      return ExitCode.OK;
    }
    boolean small = cost.month() <= FREE_HAND && (survey.metrics() > 0 || !follow);
    if (!small && !confirmation.isGiven("Go on?", frame.err())) {
      return ExitCodes.FAILED;
    }
    if (follow) {
      new Following(publisher, blueprint, clock, stop).from(first, report);
      return ExitCodes.INTERRUPTED;
    }
    return publish(publisher, intervals, report);
  }

  private int publish(Publisher publisher, List<Interval> intervals, PublishReport report) {
    Tally tally = new Tally();
    try {
      publisher.publish(intervals, resend, tally, report.progress("done with", intervals.size()));
    } finally {
      report.result(tally);
    }
    if (stop.isWished()) {
      return ExitCodes.INTERRUPTED;
    }
    return tally.of(Outcome.IN_DOUBT) == 0 ? ExitCode.OK : ExitCodes.PARTLY;
  }
}
