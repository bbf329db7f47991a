package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.CloudWatchTarget;
import dev.tidewatch.setup.cloudwatch.Prices;
import java.time.Duration;

/**
 * What publishing costs in USD.
 *
 * @param metrics a month, when each has data in every hour of it
 * @param calls a month, when it goes on as in the intervals looked at
 * @param alarms a month, those of the file
 * @param now for the calls that are about to be made
 */
public record PublishCost(double metrics, double calls, double alarms, double now) {
  private static final Duration MONTH = Duration.ofDays(30);

  /** From what a survey found. */
  public static PublishCost of(Blueprint blueprint, Tally survey) {
    double callsAnInterval =
        survey.of(Outcome.SENT) == 0 ? 0 : (double) survey.calls() / survey.of(Outcome.SENT);
    double intervalsAMonth =
        (double) MONTH.toSeconds() / blueprint.cloudWatch().evaluation().period().toSeconds();
    return new PublishCost(
        Prices.ofMetrics(survey.metrics()),
        Prices.ofCalls(callsAnInterval * intervalsAMonth),
        CloudWatchTarget.priceOfAlarms(blueprint),
        Prices.ofCalls((double) survey.calls()));
  }

  /** All of a month. */
  public double month() {
    return metrics + calls + alarms;
  }

  /** In words. */
  public String text() {
    return "About %s a month: %s for metrics with data in every hour, %s for calls, %s for the file's alarms; %s for the calls now (us-east-1)."
        .formatted(
            Prices.text(month()),
            Prices.text(metrics),
            Prices.text(calls),
            Prices.text(alarms),
            Prices.text(now));
  }
}
