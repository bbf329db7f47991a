package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Side;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Threshold;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import dev.tidewatch.setup.blueprint.Evaluation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The alarms of a file, as CloudWatch is asked for them. */
final class AlarmRequests {
  private static final String METRIC = "m1";
  private static final String BAND = "t1";

  private final Blueprint blueprint;
  private final CloudWatchBlueprint wanted;
  private final Names names;

  AlarmRequests(Blueprint blueprint, Names names) {
    this.blueprint = blueprint;
    this.wanted = blueprint.cloudWatch();
    this.names = names;
  }

  List<PutMetricAlarmRequest> all() {
    List<PutMetricAlarmRequest> requests = new ArrayList<>();
    wanted.alarms().forEach(alarm -> requests.add(of(alarm)));
    blueprint.metricSet().ifPresent(set -> requests.addAll(onStream(set.stream().value())));
    return requests;
  }

  PutMetricAlarmRequest of(CloudWatchAlarm alarm) {
    return alarm instanceof Band band ? band(band) : threshold((Threshold) alarm);
  }

  private PutMetricAlarmRequest band(Band band) {
    MetricStat stat =
        MetricStat.builder()
            .metric(Metrics.of(wanted.namespace(), band.series()))
            .period(period())
            .stat(Metrics.statistic(band.series()))
            .build();
    return usual(names.alarm("band", band.series()), wanted.evaluation().missing())
        .alarmDescription(band.series().text() + leaves(band.side()))
        .metrics(
            MetricDataQuery.builder().id(METRIC).metricStat(stat).returnData(true).build(),
            MetricDataQuery.builder()
                .id(BAND)
                .expression("ANOMALY_DETECTION_BAND(m1, " + number(band.width()) + ")")
                .build())
        .thresholdMetricId(BAND)
        .comparisonOperator(outside(band.side()))
        .build();
  }

  private static String leaves(Side side) {
    return switch (side) {
      case BOTH -> " leaves the band CloudWatch expects";
      case ABOVE -> " is above the band CloudWatch expects";
      case BELOW -> " is below the band CloudWatch expects";
    };
  }

  private static ComparisonOperator outside(Side side) {
    return switch (side) {
      case BOTH -> ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD;
      case ABOVE -> ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD;
      case BELOW -> ComparisonOperator.LESS_THAN_LOWER_THRESHOLD;
    };
  }

  private PutMetricAlarmRequest threshold(Threshold threshold) {
    String side = threshold.side().name().toLowerCase(Locale.ROOT);
    return usual(names.alarm(side, threshold.series()), wanted.evaluation().missing())
        .alarmDescription(
            threshold.series().text() + " is " + side + " " + number(threshold.limit()))
        .namespace(wanted.namespace())
        .metricName(threshold.series().measure())
        .dimensions(Metrics.dimensions(threshold.series().dimensions()))
        .period(period())
        .statistic(Metrics.statistic(threshold.series()))
        .threshold(threshold.limit())
        .comparisonOperator(
            threshold.side() == Side.ABOVE
                ? ComparisonOperator.GREATER_THAN_THRESHOLD
                : ComparisonOperator.LESS_THAN_THRESHOLD)
        .build();
  }

  /** The alarms on what AWS itself measures of the stream: no news is bad news there. */
  private List<PutMetricAlarmRequest> onStream(String stream) {
    List<PutMetricAlarmRequest> requests = new ArrayList<>();
    wanted.ingestBelow().ifPresent(limit -> requests.add(ingest(stream, limit)));
    wanted.lagAbove().ifPresent(limit -> requests.add(lag(stream, limit)));
    return requests;
  }

  private PutMetricAlarmRequest ingest(String stream, double limit) {
    return stream(stream, names.alarm("ingest"))
        .alarmDescription(
            "fewer than " + number(limit) + " records came to stream " + stream + " in an interval")
        .metricName("IncomingRecords")
        .statistic("Sum")
        .threshold(limit)
        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
        .build();
  }

  private PutMetricAlarmRequest lag(String stream, Duration limit) {
    return stream(stream, names.alarm("lag"))
        .alarmDescription(
            "records of stream "
                + stream
                + " are read more than "
                + limit.toSeconds()
                + " s late, or not at all")
        .metricName("GetRecords.IteratorAgeMilliseconds")
        .statistic("Maximum")
        .threshold((double) limit.toMillis())
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .build();
  }

  private PutMetricAlarmRequest.Builder stream(String stream, String name) {
    return usual(name, "breaching")
        .namespace("AWS/Kinesis")
        .dimensions(Dimension.builder().name("StreamName").value(stream).build())
        .period(period());
  }

  private PutMetricAlarmRequest.Builder usual(String name, String missing) {
    Evaluation evaluation = wanted.evaluation();
    List<String> told =
        wanted.messages().action() ? topicArn().map(List::of).orElse(List.of()) : List.<String>of();
    return PutMetricAlarmRequest.builder()
        .alarmName(name)
        .actionsEnabled(true)
        .alarmActions(told)
        .okActions(told)
        .evaluationPeriods(evaluation.periods())
        .datapointsToAlarm(evaluation.datapoints())
        .treatMissingData(missing);
  }

  private Optional<String> topicArn() {
    return wanted.topic().map(names.identity()::topicArn);
  }

  private int period() {
    Duration period = wanted.evaluation().period();
    return Math.toIntExact(period.toSeconds());
  }

  /** {@code 2}, not {@code 2.0}. */
  private static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
