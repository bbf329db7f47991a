package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.plan.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Alarms as attributes: every setting of theirs, in one spelling. */
final class AlarmText {
  private AlarmText() {}

  static Attributes of(PutMetricAlarmRequest alarm) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("description", text(alarm.alarmDescription()));
    texts.put("metric", metric(alarm));
    texts.put("band", text(alarm.thresholdMetricId()));
    texts.put("comparison", text(alarm.comparisonOperatorAsString()));
    texts.put("threshold", text(alarm.threshold()));
    texts.put("evaluationPeriods", text(alarm.evaluationPeriods()));
    texts.put(
        "datapointsToAlarm",
        text(Optional.ofNullable(alarm.datapointsToAlarm()).orElse(alarm.evaluationPeriods())));
    texts.put("missingData", Optional.ofNullable(alarm.treatMissingData()).orElse("missing"));
    texts.put("lowSamplePercentile", text(alarm.evaluateLowSampleCountPercentile()));
    texts.put("alarmActions", String.join(" ", alarm.alarmActions()));
    texts.put("okActions", String.join(" ", alarm.okActions()));
    texts.put("insufficientDataActions", String.join(" ", alarm.insufficientDataActions()));
    texts.put("actionsEnabled", text(Optional.ofNullable(alarm.actionsEnabled()).orElse(true)));
    return new Attributes(texts);
  }

  static Attributes of(MetricAlarm alarm) {
    return of(
        PutMetricAlarmRequest.builder()
            .alarmDescription(alarm.alarmDescription())
            .metrics(alarm.metrics())
            .namespace(alarm.namespace())
            .metricName(alarm.metricName())
            .dimensions(alarm.dimensions())
            .period(alarm.period())
            .statistic(alarm.statisticAsString())
            .extendedStatistic(alarm.extendedStatistic())
            .unit(alarm.unitAsString())
            .thresholdMetricId(alarm.thresholdMetricId())
            .comparisonOperator(alarm.comparisonOperatorAsString())
            .threshold(alarm.threshold())
            .evaluationPeriods(alarm.evaluationPeriods())
            .datapointsToAlarm(alarm.datapointsToAlarm())
            .treatMissingData(alarm.treatMissingData())
            .evaluateLowSampleCountPercentile(alarm.evaluateLowSampleCountPercentile())
            .alarmActions(alarm.alarmActions())
            .okActions(alarm.okActions())
            .insufficientDataActions(alarm.insufficientDataActions())
            .actionsEnabled(alarm.actionsEnabled())
            .build());
  }

  private static String metric(PutMetricAlarmRequest alarm) {
    if (!alarm.metrics().isEmpty()) {
      return alarm.metrics().stream().map(AlarmText::query).collect(Collectors.joining("; "));
    }
    Metric metric =
        Metric.builder()
            .namespace(alarm.namespace())
            .metricName(alarm.metricName())
            .dimensions(alarm.dimensions())
            .build();
    String statistic =
        Optional.ofNullable(alarm.statisticAsString()).orElse(text(alarm.extendedStatistic()));
    return joined(
        Metrics.text(metric), statistic, alarm.period() + " s", text(alarm.unitAsString()));
  }

  private static String query(MetricDataQuery query) {
    String what =
        query.metricStat() == null
            ? text(query.expression())
            : joined(
                Metrics.text(query.metricStat().metric()),
                query.metricStat().stat(),
                query.metricStat().period() + " s",
                text(query.metricStat().unitAsString()));
    boolean hidden = Boolean.FALSE.equals(query.returnData());
    return joined(query.id() + " = " + what, text(query.accountId()), hidden ? "hidden" : "");
  }

  private static String joined(String... parts) {
    return java.util.Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
