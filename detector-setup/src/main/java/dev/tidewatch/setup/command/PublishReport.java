package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.aws.ErrorText;
import dev.tidewatch.setup.cloudwatch.publish.Following;
import dev.tidewatch.setup.cloudwatch.publish.Outcome;
import dev.tidewatch.setup.cloudwatch.publish.PublishCost;
import dev.tidewatch.setup.cloudwatch.publish.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what is published. */
final class PublishReport implements Following.Listener {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final PrintWriter out;
  private final PrintWriter err;
  private final String namespace;
  private final boolean json;
  private String waitsFor = "";
  private List<Instant> inDoubt = List.of();

  PublishReport(PrintWriter out, PrintWriter err, String namespace, boolean json) {
    this.out = out;
    this.err = err;
    this.namespace = namespace;
    this.json = json;
  }

  /** What is about to happen, and what it costs. */
  void intention(Tally survey, PublishCost cost) {
    err.printf(
        "To %s: %d intervals, %d metrics, %d data points in %d calls.%n",
        namespace, survey.of(Outcome.SENT), survey.metrics(), survey.data(), survey.calls());
    err.println(cost.text());
    err.flush();
  }

  /** Tells how far it is, while that takes long. */
  Consumer<Tally> progress(String what, int intervals) {
    AtomicLong told = new AtomicLong(System.nanoTime());
    return tally -> {
      if (System.nanoTime() - told.get() >= EVERY.toNanos()) {
        told.set(System.nanoTime());
        err.printf("  %s %d of %d intervals%n", what, tally.intervals(), intervals);
        err.flush();
      }
    };
  }

  /** What would become of all intervals. */
  void prospect(Tally survey) {
    print(survey, "to send");
    doubt(survey.inDoubt());
  }

  /** What became of all intervals. */
  void result(Tally tally) {
    print(tally, Outcome.SENT.words());
    doubt(tally.inDoubt());
  }

  private void print(Tally tally, String sent) {
    out.println(json ? json(tally) : text(tally, sent));
    out.flush();
  }

  private void doubt(List<Instant> intervals) {
    if (!intervals.isEmpty()) {
      err.println(
          "In doubt, as a run was cut short while it sent them, or another sends them now: "
              + intervals
              + ". The same command asks CloudWatch what is there, as soon as its answer proves"
              + " that; --resend sends them again now, and CloudWatch adds.");
      err.flush();
    }
  }

  /** Tells of a look only what is new. */
  @Override
  public void looked(Tally tally) {
    if (tally.of(Outcome.SENT) > 0) {
      print(tally, Outcome.SENT.words());
      waitsFor = "";
    }
    if (!tally.inDoubt().equals(inDoubt)) {
      inDoubt = tally.inDoubt();
      doubt(inDoubt);
    }
  }

  /** Tells a fault once, as long as it is the same. */
  @Override
  public void waits(SdkException failure) {
    String message = ErrorText.of(failure);
    if (!message.equals(waitsFor)) {
      waitsFor = message;
      err.println("Tried again, as this may pass: " + message);
      err.flush();
    }
  }

  private static String text(Tally tally, String sent) {
    String outcomes =
        Arrays.stream(Outcome.values())
            .filter(outcome -> tally.of(outcome) > 0)
            .map(
                outcome ->
                    tally.of(outcome) + " " + (outcome == Outcome.SENT ? sent : outcome.words()))
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
