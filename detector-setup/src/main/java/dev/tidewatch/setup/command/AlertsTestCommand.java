package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.alert.Hearer;
import dev.tidewatch.setup.alert.Sample;
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
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Sends a sample. */
@Command(
    name = "test",
    description = {
      "Sends a sample of what an alert tells to its topic, in its format, marked TEST and with the attribute state=test."
          + " It goes out with your credentials: that the detector server may send shows"
          + " 'bin/detector alerts test'.",
      ""
    })
public final class AlertsTestCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();

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
      String topic =
          AlertBook.topic(alert)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "alert '"
                              + name
                              + "' invokes a function; where the detector server runs, 'bin/detector"
                              + " alerts test "
                              + name
                              + "' invokes it with a sample"));
      Sample sample = sample(blueprint, alert, session);
      String id = sns.publish(request(sample, topic)).messageId();
      tell(topic, id, sample, book, sns);
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

  private static PublishRequest request(Sample sample, String topic) {
    PublishRequest.Builder request =
        PublishRequest.builder()
            .topicArn(topic)
            .subject(sample.subject())
            .message(message(sample))
            .messageAttributes(attributes(sample));
    if (topic.endsWith(".fifo")) {
      request
          .messageGroupId(sample.attributes().get("groupId"))
          .messageDeduplicationId(sample.attributes().get("groupId"));
    }
    return request.build();
  }

  private static String message(Sample sample) {
    SnsFormat format = sample.alert().action().snsConfiguration().snsFormat();
    if (format == SnsFormat.LONG_TEXT) {
      return sample.longText();
    }
    return format == SnsFormat.SHORT_TEXT
        ? sample.shortText()
        : new ObjectMapper().valueToTree(sample.document()).toString();
  }

  private static Map<String, MessageAttributeValue> attributes(Sample sample) {
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    sample
        .attributes()
        .forEach(
            (key, value) ->
                attributes.put(
                    key,
                    MessageAttributeValue.builder()
                        .dataType(key.equals("severity") ? "Number" : "String")
                        .stringValue(value)
                        .build()));
    return attributes;
  }

  private void tell(String topic, String id, Sample sample, AlertBook book, SnsClient sns) {
    PrintWriter out = frame.out();
    out.println("Sent to " + topic + " as message " + id + ": " + sample.subject());
    List<Hearer> hearers = book.hearers(topic).toList();
    hearers.forEach(each -> tell(each, sns, out));
    if (hearers.isEmpty()) {
      out.println("  nobody is subscribed to it");
    }
    out.flush();
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
