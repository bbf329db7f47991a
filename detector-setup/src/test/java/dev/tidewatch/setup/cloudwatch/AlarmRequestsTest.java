package dev.tidewatch.setup.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Side;
import dev.tidewatch.setup.blueprint.TimeSeries;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

class AlarmRequestsTest {
  /**
   * The example of https://repost.aws/knowledge-center/cloudwatch-set-anomaly-detection-alarm,
   * which is on NetworkIn of an instance.
   */
  private static final PutMetricAlarmRequest DOCUMENTED =
      PutMetricAlarmRequest.builder()
          .alarmName("EC2_NetworkIn_Anomaly_Alarm")
          .alarmDescription("Trigger when EC2 NetworkIn is outside normal traffic volume")
          .alarmActions("arn:aws:sns:us-east-1:123456789012:doc-anomalies")
          .metrics(
              MetricDataQuery.builder()
                  .id("m1")
                  .returnData(true)
                  .metricStat(
                      stat ->
                          stat.metric(
                                  metric ->
                                      metric
                                          .metricName("NetworkIn")
                                          .namespace("AWS/EC2")
                                          .dimensions(
                                              Dimension.builder()
                                                  .name("InstanceId")
                                                  .value("i-0e1830cdc0447f6b9")
                                                  .build()))
                              .stat("Average")
                              .period(300))
                  .build(),
              MetricDataQuery.builder()
                  .id("t1")
                  .expression("ANOMALY_DETECTION_BAND(m1, 2)")
                  .build())
          .evaluationPeriods(2)
          .thresholdMetricId("t1")
          .comparisonOperator("LessThanLowerOrGreaterThanUpperThreshold")
          .build();

  @Test
  void asksForABandAsAwsDocumentsIt() {
    AlarmRequests requests =
        new AlarmRequests(Sky.blueprint(Web.file("doc")), new Names("doc", Sky.ME));
    PutMetricAlarmRequest asked =
        requests.of(
            new Band(
                TimeSeries.of(
                    "NetworkIn", Aggregation.AVG, Map.of("InstanceId", "i-0e1830cdc0447f6b9")),
                2,
                Side.BOTH));
    PutMetricAlarmRequest.Builder documented = DOCUMENTED.toBuilder();
    MetricDataQuery first = DOCUMENTED.metrics().get(0);
    documented.metrics(
        first.toBuilder()
            .metricStat(
                stat ->
                    stat.metric(
                            metric ->
                                metric
                                    .metricName("NetworkIn")
                                    .namespace("Shop/doc")
                                    .dimensions(first.metricStat().metric().dimensions()))
                        .stat("Average")
                        .period(300))
            .build(),
        DOCUMENTED.metrics().get(1));
    assertThat(asked)
        .isEqualTo(
            documented
                // what the example leaves to CloudWatch, or names after its instance
                .alarmName(asked.alarmName())
                .alarmDescription(asked.alarmDescription())
                .actionsEnabled(true)
                .okActions(asked.okActions())
                .datapointsToAlarm(1)
                .treatMissingData("missing")
                .build());
  }

  @Test
  void waitsAsManyPeriodsAsTheDataComeLate() {
    AlarmRequests requests =
        new AlarmRequests(Sky.blueprint(Web.file("late")), new Names("late", Sky.ME));
    assertThat(requests.all())
        .allSatisfy(
            alarm -> {
              assertThat(alarm.evaluationPeriods()).isEqualTo(2);
              assertThat(alarm.datapointsToAlarm()).isEqualTo(1);
            });
  }

  @Test
  void shortensNamesThatCloudWatchWouldRefuse() {
    Names names = new Names("long", Sky.ME);
    TimeSeries one = TimeSeries.of("m", Aggregation.SUM, Map.of("d", "v".repeat(250) + "1"));
    TimeSeries two = TimeSeries.of("m", Aggregation.SUM, Map.of("d", "v".repeat(250) + "2"));
    assertThat(names.alarm("band", one)).hasSize(255).isNotEqualTo(names.alarm("band", two));
  }
}
