package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.cloudwatch.publish.Outcome;
import dev.tidewatch.setup.cloudwatch.publish.PublishCost;
import dev.tidewatch.setup.cloudwatch.publish.Tally;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says what is published. */
final class PublishReport {
  private static final int EVERY = 500;

  private final PrintWriter out;
  private final PrintWriter err;
  private final String namespace;

  PublishReport(PrintWriter out, PrintWriter err, String namespace) {
    this.out = out;
    this.err = err;
    this.namespace = namespace;
  }

  /** What is about to happen, and what it costs. */
  void intention(Tally survey, PublishCost cost) {
    err.printf(
        "To %s: %d intervals, %d metrics, %d data points in %d calls.%n",
        namespace, survey.of(Outcome.SENT), survey.metrics(), survey.data(), survey.calls());
    err.println(cost.text());
    err.flush();
  }

  /** Tells how far it is, now and then. */
  Consumer<Tally> progress(String what, int intervals) {
    return tally -> {
      if (tally.intervals() % EVERY == 0) {
        err.printf("  %s %d of %d intervals%n", what, tally.intervals(), intervals);
        err.flush();
      }
    };
  }

  void result(Tally tally, boolean json) {
    out.println(json ? json(tally) : text(tally));
    out.flush();
    if (!tally.inDoubt().isEmpty()) {
      err.println(
          "In doubt, as an earlier run was cut short while it sent them, or another sends them now: "
              + tally.inDoubt()
              + ". Look at the metrics; --resend sends them again, and CloudWatch adds.");
      err.flush();
    }
  }

  private static String text(Tally tally) {
    String outcomes =
        Arrays.stream(Outcome.values())
            .filter(outcome -> tally.of(outcome) > 0)
            .map(outcome -> tally.of(outcome) + " " + outcome.words())
            .collect(Collectors.joining(", "));
    return "%d intervals%s; %d rows, %d metrics, %d data points in %d calls, %d values left out"
        .formatted(
            tally.intervals(),
            outcomes.isEmpty() ? "" : ": " + outcomes,
            tally.rows(),
            tally.metrics(),
            tally.data(),
            tally.calls(),
            tally.leftOut());
  }

  private static String json(Tally tally) {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer.put("intervals", tally.intervals());
    ObjectNode outcomes = answer.putObject("outcomes");
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome.name().toLowerCase(Locale.ROOT), tally.of(outcome));
    }
    answer.put("rows", tally.rows());
    answer.put("metrics", tally.metrics());
    answer.put("dataPoints", tally.data());
    answer.put("calls", tally.calls());
    answer.put("valuesLeftOut", tally.leftOut());
    tally.inDoubt().forEach(start -> answer.withArray("inDoubt").add(start.toString()));
    return answer.toString();
  }
}
