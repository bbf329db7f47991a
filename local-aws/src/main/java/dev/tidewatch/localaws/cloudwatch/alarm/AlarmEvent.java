package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.cloudwatch.query.MetricStat;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What EventBridge gets when an alarm changes its state. */
final class AlarmEvent {
  private AlarmEvent() {}

  static ObjectNode of(StateChange change, String region, String account) {
    Alarm alarm = change.alarm();
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "CloudWatch Alarm State Change")
            .put("source", "aws.cloudwatch")
            .put("account", account)
            .put("time", change.after().updated().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", region);
    event.putArray("resources").add(alarm.arn());
    ObjectNode detail = event.putObject("detail").put("alarmName", alarm.name());
    writeState(detail.putObject("state"), change.after());
    writeState(detail.putObject("previousState"), change.before());
    ObjectNode configuration = detail.putObject("configuration");
    if (!alarm.settings().description().isEmpty()) {
      configuration.put("description", alarm.settings().description());
    }
    ArrayNode metrics = configuration.putArray("metrics");
    alarm.settings().watch().queries().queries().forEach(query -> write(metrics, query));
    return event;
  }

  private static void writeState(ObjectNode json, AlarmState state) {
    json.put("value", state.value().name()).put("reason", state.reason());
    if (!state.data().isEmpty()) {
      json.put("reasonData", state.data());
    }
    json.put("timestamp", Reason.time(state.updated()));
  }

  private static void write(ArrayNode metrics, MetricQuery query) {
    ObjectNode json = metrics.addObject().put("id", requireNonNull(query.id()));
    if (!query.expression().isEmpty()) {
      json.put("expression", query.expression());
    }
    if (!query.label().isEmpty()) {
      json.put("label", query.label());
    }
    query.metricStat().ifPresent(stat -> write(json.putObject("metricStat"), stat));
    json.put("returnData", query.returned());
  }

  private static void write(ObjectNode json, MetricStat stat) {
    ObjectNode metric =
        json.putObject("metric")
            .put("namespace", stat.metric().namespace())
            .put("name", stat.metric().name());
    ObjectNode dimensions = metric.putObject("dimensions");
    stat.metric().dimensions().forEach(dimensions::put);
    json.put("period", stat.period().toSeconds()).put("stat", stat.statistic().name());
  }
}
