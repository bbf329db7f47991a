package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.cloudwatch.query.MetricStat;
import java.util.Locale;
import java.util.Map;

/** What a topic gets when an alarm changes its state. */
final class AlarmMessage {
  /** Messages name regions as the console does. */
  private static final Map<String, String> REGIONS =
      Map.of(
          "us-east-1", "US East (N. Virginia)",
          "us-east-2", "US East (Ohio)",
          "us-west-1", "US West (N. California)",
          "us-west-2", "US West (Oregon)",
          "eu-west-1", "EU (Ireland)",
          "eu-central-1", "EU (Frankfurt)",
          "ap-southeast-1", "Asia Pacific (Singapore)",
          "ap-southeast-2", "Asia Pacific (Sydney)",
          "ap-northeast-1", "Asia Pacific (Tokyo)");

  private final StateChange change;
  private final String region;
  private final String account;

  AlarmMessage(StateChange change, String region, String account) {
    this.change = requireNonNull(change, "change");
    this.region = REGIONS.getOrDefault(region, region);
    this.account = requireNonNull(account, "account");
  }

  String subject() {
    String subject = change.after().value() + ": \"" + change.alarm().name() + "\" in " + region;
    return subject.length() > 100 ? subject.substring(0, 97) + "..." : subject;
  }

  String body() {
    Alarm alarm = change.alarm();
    AlarmSettings settings = alarm.settings();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("AlarmName", alarm.name());
    if (settings.description().isEmpty()) {
      json.putNull("AlarmDescription");
    } else {
      json.put("AlarmDescription", settings.description());
    }
    json.put("AWSAccountId", account)
        .put("AlarmConfigurationUpdatedTimestamp", Reason.time(alarm.configured()))
        .put("NewStateValue", change.after().value().name())
        .put("NewStateReason", change.after().reason())
        .put("StateChangeTime", Reason.time(change.after().since()))
        .put("Region", region)
        .put("AlarmArn", alarm.arn())
        .put("OldStateValue", change.before().value().name());
    settings.actions().writeLists(json);
    json.set("Trigger", trigger(settings));
    return json.toString();
  }

  private static ObjectNode trigger(AlarmSettings settings) {
    Watch watch = settings.watch();
    ObjectNode trigger = JsonNodeFactory.instance.objectNode();
    if (watch.plain()) {
      writeMetric(trigger, watch.metric());
    }
    trigger
        .put("Period", watch.period().toSeconds())
        .put("EvaluationPeriods", settings.evaluationPeriods())
        .put("DatapointsToAlarm", settings.datapointsToAlarm())
        .put("ComparisonOperator", settings.comparison().awsName());
    if (watch.band().isEmpty()) {
      trigger.put("Threshold", settings.threshold());
    } else {
      trigger.put("ThresholdMetricId", watch.band());
    }
    trigger
        .put("TreatMissingData", settings.missingData().awsName())
        .put("EvaluateLowSampleCountPercentile", settings.lowSamples());
    if (!watch.plain()) {
      ArrayNode metrics = trigger.putArray("Metrics");
      watch.queries().queries().forEach(query -> metrics.add(query(query)));
    }
    return trigger;
  }

  private static void writeMetric(ObjectNode trigger, MetricStat stat) {
    trigger.put("MetricName", stat.metric().name()).put("Namespace", stat.metric().namespace());
    if (stat.statistic().isPercentile()) {
      trigger
          .put("StatisticType", "ExtendedStatistic")
          .put("ExtendedStatistic", stat.statistic().name());
    } else {
      trigger
          .put("StatisticType", "Statistic")
          .put("Statistic", statistic(stat.statistic().name()));
    }
    if (stat.unit().isEmpty()) {
      trigger.putNull("Unit");
    } else {
      trigger.put("Unit", stat.unit());
    }
    trigger.set("Dimensions", dimensions(stat.metric()));
  }

  private static ObjectNode query(MetricQuery query) {
    ObjectNode json = query.json();
    query
        .metricStat()
        .ifPresent(
            stat ->
                ((ObjectNode) json.path("MetricStat").path("Metric"))
                    .set("Dimensions", dimensions(stat.metric())));
    return json;
  }

  // SAMPLE_COUNT, AVERAGE and so on.
  private static String statistic(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  // Unlike everywhere else, in small letters.
  private static ArrayNode dimensions(Metric metric) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    metric
        .dimensions()
        .forEach((name, value) -> list.addObject().put("value", value).put("name", name));
    return list;
  }
}
