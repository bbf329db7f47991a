package dev.tidewatch.localaws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.alarm.Outlets;
import dev.tidewatch.localaws.protocol.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

final class AlarmsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alarms";
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Message(String arn, String subject, JsonNode body) {}

  private final List<Message> messages = new ArrayList<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T10:05:30Z");
  private final CloudWatchServer server =
      CloudWatchServer.start(
          new CloudWatchServer.Options(
              0,
              "us-east-1",
              "000000000000",
              () -> now,
              new Outlets(this::take, events::add),
              new Calls()));
  private CloudWatchClient client;

  @BeforeEach
  void connect() {
    client =
        CloudWatchClient.builder()
            .endpointOverride(server.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void tellsTopicAndBusThatAThresholdIsCrossed() {
    client.putMetricAlarm(
        plain("low", r -> r.alarmDescription("too low").alarmActions(TOPIC).unit("Count")));
    put("2026-11-20T10:04:00Z", 3);
    server.evaluateAlarms();

    assertThat(state("low")).isEqualTo(StateValue.ALARM);
    Message message = messages.get(0);
    assertThat(message.arn()).isEqualTo(TOPIC);
    assertThat(message.subject()).isEqualTo("ALARM: \"low\" in US East (N. Virginia)");
    JsonNode body = message.body();
    assertThat(body.path("AlarmName").asText()).isEqualTo("low");
    assertThat(body.path("AlarmDescription").asText()).isEqualTo("too low");
    assertThat(body.path("AWSAccountId").asText()).isEqualTo("000000000000");
    assertThat(body.path("NewStateValue").asText()).isEqualTo("ALARM");
    assertThat(body.path("OldStateValue").asText()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(body.path("StateChangeTime").asText()).isEqualTo("2026-11-20T10:05:30.000+0000");
    assertThat(body.path("Region").asText()).isEqualTo("US East (N. Virginia)");
    assertThat(body.path("AlarmArn").asText())
        .isEqualTo("arn:aws:cloudwatch:us-east-1:000000000000:alarm:low");
    assertThat(body.path("NewStateReason").asText())
        .isEqualTo(
            "Threshold Crossed: 1 out of the last 1 datapoints [3.0 (20/11/26 10:04:00)] was less"
                + " than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).");
    assertThat(body.path("Trigger").toString())
        .isEqualTo(
            "{\"MetricName\":\"revenue\",\"Namespace\":\"shop\",\"StatisticType\":\"Statistic\","
                + "\"Statistic\":\"SUM\",\"Unit\":\"Count\","
                + "\"Dimensions\":[{\"value\":\"uk\",\"name\":\"marketplace\"}],\"Period\":60,"
                + "\"EvaluationPeriods\":1,\"DatapointsToAlarm\":1,"
                + "\"ComparisonOperator\":\"LessThanThreshold\",\"Threshold\":5.0,"
                + "\"TreatMissingData\":\"missing\",\"EvaluateLowSampleCountPercentile\":\"\"}");
    JsonNode event = events.get(0);
    assertThat(event.path("source").asText()).isEqualTo("aws.cloudwatch");
    assertThat(event.path("detail-type").asText()).isEqualTo("CloudWatch Alarm State Change");
    assertThat(event.at("/detail/state/value").asText()).isEqualTo("ALARM");
    assertThat(event.at("/detail/previousState/value").asText()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(
            event
                .at("/detail/configuration/metrics/0/metricStat/metric/dimensions/marketplace")
                .asText())
        .isEqualTo("uk");
  }

  @Test
  void tellsNobodyTwiceAndNobodyWhenActionsAreOff() {
    client.putMetricAlarm(plain("low", r -> r.alarmActions(TOPIC).okActions(TOPIC)));
    put("2026-11-20T10:04:00Z", 3);
    server.evaluateAlarms();
    server.evaluateAlarms();
    assertThat(messages).hasSize(1);

    client.disableAlarmActions(r -> r.alarmNames("low"));
    now = now.plus(Duration.ofMinutes(1));
    put("2026-11-20T10:05:00Z", 9);
    server.evaluateAlarms();
    assertThat(state("low")).isEqualTo(StateValue.OK);
    assertThat(messages).hasSize(1);

    client.enableAlarmActions(r -> r.alarmNames("low"));
    client.setAlarmState(
        r -> r.alarmName("low").stateValue(StateValue.ALARM).stateReason("a test"));
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).body().path("NewStateReason").asText()).isEqualTo("a test");
    assertThat(client.describeAlarmHistory(r -> r.alarmName("low")).alarmHistoryItems())
        .extracting(AlarmHistoryItem::historyItemTypeAsString)
        .contains("ConfigurationUpdate", "StateUpdate", "Action");
  }

  @Test
  void takesMissingDataAsTold() {
    client.putMetricAlarm(plain("missing", r -> {}));
    client.putMetricAlarm(plain("breaching", r -> r.treatMissingData("breaching")));
    client.putMetricAlarm(plain("notBreaching", r -> r.treatMissingData("notBreaching")));
    client.putMetricAlarm(plain("ignore", r -> r.treatMissingData("ignore")));
    client.setAlarmState(
        r -> r.alarmName("ignore").stateValue(StateValue.OK).stateReason("before"));
    server.evaluateAlarms();

    assertThat(state("missing")).isEqualTo(StateValue.INSUFFICIENT_DATA);
    assertThat(state("breaching")).isEqualTo(StateValue.ALARM);
    assertThat(state("notBreaching")).isEqualTo(StateValue.OK);
    assertThat(state("ignore")).isEqualTo(StateValue.OK);
  }

  @Test
  void wantsEnoughOfTheDatapoints() {
    client.putMetricAlarm(plain("two", r -> r.evaluationPeriods(3).datapointsToAlarm(2)));
    put("2026-11-20T10:02:00Z", 3);
    put("2026-11-20T10:03:00Z", 9);
    put("2026-11-20T10:04:00Z", 9);
    server.evaluateAlarms();
    assertThat(state("two")).isEqualTo(StateValue.OK);

    put("2026-11-20T10:04:00Z", -8);
    server.evaluateAlarms();
    assertThat(state("two")).isEqualTo(StateValue.ALARM);
  }

  @Test
  void watchesABandOfWhatIsExpected() {
    client.putMetricAlarm(band(r -> r.alarmActions(TOPIC)));
    for (int day = 1; day <= 4; day++) {
      put(Instant.parse("2026-11-20T10:04:00Z").minus(Duration.ofDays(day)).toString(), 90 + day);
    }
    put("2026-11-20T10:04:00Z", 92);
    server.evaluateAlarms();
    assertThat(state("band")).isEqualTo(StateValue.OK);

    now = now.plus(Duration.ofMinutes(1));
    put("2026-11-20T10:05:00Z", 10);
    server.evaluateAlarms();
    assertThat(state("band")).isEqualTo(StateValue.ALARM);
    JsonNode trigger = messages.get(0).body().path("Trigger");
    assertThat(trigger.path("ThresholdMetricId").asText()).isEqualTo("ad1");
    assertThat(trigger.path("Metrics").path(1).path("Expression").asText())
        .isEqualTo("ANOMALY_DETECTION_BAND(m1, 2)");
    assertThat(trigger.at("/Metrics/0/MetricStat/Metric/Dimensions/0/name").asText())
        .isEqualTo("marketplace");
    assertThat(trigger.has("MetricName")).isFalse();
  }

  @Test
  void describesAlarmsByNamePrefixAndPage() {
    for (String name : List.of("a-1", "a-2", "b-1")) {
      client.putMetricAlarm(plain(name, r -> {}));
    }
    assertThat(alarms(client.describeAlarms(r -> r.alarmNamePrefix("a-")).metricAlarms()))
        .containsExactly("a-1", "a-2");
    assertThat(alarms(client.describeAlarms(r -> r.alarmNames("b-1", "c")).metricAlarms()))
        .containsExactly("b-1");
    assertThat(client.describeAlarms(r -> r.maxRecords(2)).nextToken()).isNotNull();
    assertThat(client.describeAlarmsPaginator(r -> r.maxRecords(2)).metricAlarms()).hasSize(3);
    assertThat(client.describeAlarms(r -> r.alarmTypes(AlarmType.COMPOSITE_ALARM)).metricAlarms())
        .isEmpty();
    assertThat(
            client
                .describeAlarmsForMetric(
                    r ->
                        r.namespace("shop")
                            .metricName("revenue")
                            .dimensions(d -> d.name("marketplace").value("uk")))
                .metricAlarms())
        .hasSize(3);

    client.deleteAlarms(r -> r.alarmNames("a-1", "a-2"));
    assertThat(alarms(client.describeAlarms().metricAlarms())).containsExactly("b-1");
  }

  @Test
  void keepsSettingsAndState() {
    client.putMetricAlarm(band(r -> r.alarmDescription("d").insufficientDataActions(TOPIC)));
    client.setAlarmState(r -> r.alarmName("band").stateValue(StateValue.OK).stateReason("r"));
    client.putMetricAlarm(band(r -> r.alarmDescription("other")));

    MetricAlarm alarm = client.describeAlarms(r -> r.alarmNames("band")).metricAlarms().get(0);
    assertThat(alarm.alarmDescription()).isEqualTo("other");
    assertThat(alarm.insufficientDataActions()).isEmpty();
    assertThat(alarm.stateValue()).isEqualTo(StateValue.OK);
    assertThat(alarm.thresholdMetricId()).isEqualTo("ad1");
    assertThat(alarm.metrics()).extracting(MetricDataQuery::id).containsExactly("m1", "ad1");
    assertThat(alarm.metrics().get(0).metricStat().metric().metricName()).isEqualTo("revenue");
    assertThat(alarm.actionsEnabled()).isTrue();
    assertThat(alarm.threshold()).isNull();
  }

  @Test
  void keepsTags() {
    client.putMetricAlarm(plain("tagged", r -> r.tags(tag("team", "a"))));
    String arn = client.describeAlarms().metricAlarms().get(0).alarmArn();
    client.tagResource(r -> r.resourceARN(arn).tags(tag("stage", "b")));
    assertThat(client.listTagsForResource(r -> r.resourceARN(arn)).tags())
        .containsExactly(tag("stage", "b"), tag("team", "a"));
    client.untagResource(r -> r.resourceARN(arn).tagKeys("team"));
    assertThat(client.listTagsForResource(r -> r.resourceARN(arn)).tags())
        .containsExactly(tag("stage", "b"));
    assertThatThrownBy(() -> client.listTagsForResource(r -> r.resourceARN(arn + "x")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesAlarmsThatBreakTheRules() {
    refused("either Metrics or one metric", band(r -> r.metricName("revenue")));
    refused("Threshold is required", plain("x", r -> r.threshold(null)));
    refused(
        "needs a ThresholdMetricId",
        plain("x", r -> r.comparisonOperator(ComparisonOperator.LESS_THAN_LOWER_THRESHOLD)));
    refused(
        "does not go with a ThresholdMetricId",
        band(r -> r.comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)));
    refused("has no Threshold", band(r -> r.threshold(1.0)));
    refused("none of the ids", band(r -> r.thresholdMetricId("ad2")));
    refused("is to be an ANOMALY_DETECTION_BAND", band(r -> r.thresholdMetricId("m1")));
    refused("at most EvaluationPeriods", plain("x", r -> r.datapointsToAlarm(2)));
    refused("more than 1 days", plain("x", r -> r.period(600).evaluationPeriods(1_000)));
    refused("Period is 1, 5, 10", plain("x", r -> r.period(61)));
    refused("Exactly one of Statistic", plain("x", r -> r.extendedStatistic("p99")));
    refused("Invalid arn syntax", plain("x", r -> r.alarmActions("me")));
    refused("TreatMissingData", plain("x", r -> r.treatMissingData("somehow")));
    assertThat(client.describeAlarms().metricAlarms()).isEmpty();
  }

  private void refused(String why, PutMetricAlarmRequest request) {
    assertThatThrownBy(() -> client.putMetricAlarm(request))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            refused ->
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError"))
        .hasMessageContaining(why);
  }

  private boolean take(String arn, String subject, String body) {
    try {
      return messages.add(new Message(arn, subject, JSON.readTree(body)));
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private StateValue state(String alarm) {
    return client.describeAlarms(r -> r.alarmNames(alarm)).metricAlarms().get(0).stateValue();
  }

  private void put(String time, double value) {
    client.putMetricData(
        r ->
            r.namespace("shop")
                .metricData(
                    d ->
                        d.metricName("revenue")
                            .dimensions(m -> m.name("marketplace").value("uk"))
                            .unit("Count")
                            .timestamp(Instant.parse(time))
                            .value(value)));
  }

  private static PutMetricAlarmRequest plain(
      String name, Consumer<PutMetricAlarmRequest.Builder> change) {
    return PutMetricAlarmRequest.builder()
        .alarmName(name)
        .namespace("shop")
        .metricName("revenue")
        .dimensions(d -> d.name("marketplace").value("uk"))
        .period(60)
        .statistic(Statistic.SUM)
        .evaluationPeriods(1)
        .threshold(5.0)
        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
        .applyMutation(change)
        .build();
  }

  private static PutMetricAlarmRequest band(Consumer<PutMetricAlarmRequest.Builder> change) {
    return PutMetricAlarmRequest.builder()
        .alarmName("band")
        .metrics(
            m ->
                m.id("m1")
                    .metricStat(
                        s ->
                            s.period(60)
                                .stat("Sum")
                                .metric(
                                    x ->
                                        x.namespace("shop")
                                            .metricName("revenue")
                                            .dimensions(d -> d.name("marketplace").value("uk")))),
            m -> m.id("ad1").expression("ANOMALY_DETECTION_BAND(m1, 2)"))
        .thresholdMetricId("ad1")
        .evaluationPeriods(1)
        .comparisonOperator(ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD)
        .applyMutation(change)
        .build();
  }

  private static List<String> alarms(List<MetricAlarm> found) {
    return found.stream().map(MetricAlarm::alarmName).toList();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
