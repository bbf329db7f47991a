package dev.tidewatch.setup.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** From a value to the message in a queue. */
class AlarmsTellTest {
  private static final Duration PERIOD = Duration.ofMinutes(5);

  @TempDir static Path folder;
  private static Sky sky;

  @BeforeAll
  static void start() {
    sky = new Sky(folder);
  }

  @AfterAll
  static void stop() {
    sky.close();
  }

  private static Instant lastPeriod() {
    long seconds = PERIOD.toSeconds();
    long now = Instant.now().getEpochSecond();
    return Instant.ofEpochSecond(now - now % seconds - seconds);
  }

  private static void put(String file, String measure, List<Dimension> dimensions, double last) {
    List<MetricDatum> data = new ArrayList<>();
    Instant time = lastPeriod();
    for (int back = 0; back < 500; back++) {
      data.add(
          MetricDatum.builder()
              .metricName(measure)
              .dimensions(dimensions)
              .timestamp(time.minus(PERIOD.multipliedBy(back)))
              .value(back == 0 ? last : 100.0 + back % 7)
              .build());
    }
    sky.clients().cloudWatch().putMetricData(ask -> ask.namespace("Shop/" + file).metricData(data));
  }

  private static StateValue state(String alarm) {
    return sky.clients()
        .cloudWatch()
        .describeAlarms(ask -> ask.alarmNames(alarm))
        .metricAlarms()
        .get(0)
        .stateValue();
  }

  private static List<String> messages(SqsClient sqs, String url) {
    List<String> bodies = new ArrayList<>();
    for (int ask = 0; ask < 5; ask++) {
      List<Message> page =
          sqs.receiveMessage(
                  request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      page.forEach(message -> bodies.add(message.body()));
      page.forEach(
          message ->
              sqs.deleteMessage(
                  request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
    }
    return bodies;
  }

  @Test
  void tellsTheQueueOfAValueOutsideTheBandInJsonAndInWords() {
    try (SqsClient sqs = SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      String url = sqs.createQueue(queue -> queue.queueName("fires-oncall")).queueUrl();
      sky.apply(Web.file("fires").replace("lag: {above: 10m}", "ingest: false\n  lag: false"));
      put("fires", "views", List.of(), 900);
      put("fires", "latency", Metrics.dimensions(Map.of("platform", "app")), 101);
      put("fires", "views", Metrics.dimensions(Map.of("platform", "app", "marketplace", "us")), 5);
      sky.aws().cloudWatch().evaluateAlarms();
      assertThat(state("tidewatch/fires/band/views")).isEqualTo(StateValue.ALARM);
      assertThat(state("tidewatch/fires/band/latency/platform=app")).isEqualTo(StateValue.OK);
      assertThat(state("tidewatch/fires/below/views/marketplace=us/platform=app"))
          .isEqualTo(StateValue.ALARM);
      List<String> told = messages(sqs, url);
      assertThat(told)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains("\\\"AlarmName\\\":\\\"tidewatch/fires/band/views\\\"")
                      .contains("\\\"NewStateValue\\\":\\\"ALARM\\\""))
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains("Alarm tidewatch/fires/band/views is in state ALARM since ")
                      .contains("before it was in state INSUFFICIENT_DATA. Why: ")
                      .contains("(account 123456789012, us-east-1)"));
    }
  }

  @Test
  void staysSilentInTheFormNobodyAskedFor() {
    try (SqsClient sqs = SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      String url = sqs.createQueue(queue -> queue.queueName("words-oncall")).queueUrl();
      sky.apply(
          Web.file("words")
              .replace("lag: {above: 10m}", "ingest: false\n  lag: false\n  messages: event"));
      put("words", "views", List.of(), 900);
      sky.aws().cloudWatch().evaluateAlarms();
      assertThat(messages(sqs, url))
          .hasSize(1)
          .allSatisfy(message -> assertThat(message).contains("is in state ALARM"));
    }
  }
}
