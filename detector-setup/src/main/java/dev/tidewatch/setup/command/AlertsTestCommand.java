package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.alert.Hearer;
import dev.tidewatch.setup.alert.Sample;
import dev.tidewatch.setup.alert.SampleSender;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.sns.SnsClient;

/** Sends a sample. */
@Command(
    name = "test",
    description = {
      "Sends a sample of what an alert tells to its topic, in its format, marked TEST and with the attribute state=test;"
          + " or invokes its function with one. It goes out with your credentials: that the detector server may"
          + " send shows 'bin/detector alerts test' there.",
      ""
    })
public final class AlertsTestCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();

  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(paramLabel = "NAME", description = "The alert's name.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String name;

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    try (DetectorSession session = DetectorSession.open(blueprint)) {
      SnsClient sns = session.session().clients().sns();
      AlertBook book = new AlertBook(session.lookout(), sns, Patience.usual(), session.arn());
      Alert alert =
          book.alerts().stream()
              .filter(each -> each.alertName().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new NotThere("there is no alert '" + name + "'; 'alerts ls' lists them"));
      Sample sample = sample(blueprint, alert, session);
      String id = new SampleSender(sns, session.session().clients()::lambda).send(sample);
      List<Hearer> hearers = AlertBook.topic(alert).stream().flatMap(book::hearers).toList();
      if (output.json()) {
        Json.print(frame.out(), json(sample, id, hearers));
      } else {
        tell(id, sample, hearers, sns);
      }
      return ExitCode.OK;
    }
  }

  private static Sample sample(Blueprint blueprint, Alert alert, DetectorSession session) {
    var dataset = blueprint.dataset();
    Instant now = Instant.now();
    IntervalLength length =
        IntervalLength.parse(dataset.metricSetFrequencyAsString()).orElse(IntervalLength.PT5M);
    ZoneId zone = ZoneId.of(Optional.ofNullable(dataset.timezone()).orElse("UTC"));
    IntervalCalendar calendar = new IntervalCalendar(length, zone);
    String measure =
        Optional.ofNullable(alert.alertFilters()).stream()
            .flatMap(filters -> filters.metricList().stream())
            .findFirst()
            .orElseGet(() -> dataset.metricList().get(0).metricName());
    String link =
        session
            .lookout()
            .serviceClientConfiguration()
            .endpointOverride()
            .map(Object::toString)
            .orElse("");
    return new Sample(
        alert,
        blueprint.detector().anomalyDetectorName(),
        measure,
        dataset.dimensionList(),
        calendar.before(calendar.intervalOf(now)).start().atZone(zone),
        now,
        link);
  }

  private void tell(String id, Sample sample, List<Hearer> hearers, SnsClient sns) {
    PrintWriter out = frame.out();
    String recipient = AlertBook.recipient(sample.alert());
    if (AlertBook.topic(sample.alert()).isEmpty()) {
      out.println("Invoked " + recipient + " as request " + id + ", with a sample in JSON");
      out.println("  what it made of that is in the function's own log");
    } else {
      out.println("Sent to " + recipient + " as message " + id + ": " + sample.subject());
      hearers.forEach(each -> tell(each, sns, out));
      if (hearers.isEmpty()) {
        out.println("  nobody is subscribed to it");
      }
    }
    out.flush();
  }

  private static Map<String, Object> json(Sample sample, String id, List<Hearer> hearers) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("alert", sample.alert().alertName());
    answer.put("recipient", AlertBook.recipient(sample.alert()));
    answer.put("id", id);
    answer.put("subscriptions", hearers.stream().map(Condition::json).toList());
    return answer;
  }

  private static void tell(Hearer hearer, SnsClient sns, PrintWriter out) {
    String filter =
        hearer
            .arn()
            .map(arn -> sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes())
            .flatMap(attributes -> Optional.ofNullable(attributes.get("FilterPolicy")))
            .map(policy -> "  sees it only if it passes " + policy)
            .orElse("");
    out.println("  " + AlertsListCommand.words(hearer) + filter);
  }
}
