package dev.tidewatch.localaws.cloudwatch.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.protocol.Input;
import java.util.List;

/**
 * Whom an alarm tells, by ARN.
 *
 * @param enabled whether it tells anybody
 */
record Actions(boolean enabled, List<String> ok, List<String> alarm, List<String> insufficient) {
  private static final int MOST = 5;

  Actions {
    ok = List.copyOf(ok);
    alarm = List.copyOf(alarm);
    insufficient = List.copyOf(insufficient);
  }

  static Actions of(Input input) {
    return new Actions(
        input.flag("ActionsEnabled", true),
        arns(input, "OKActions"),
        arns(input, "AlarmActions"),
        arns(input, "InsufficientDataActions"));
  }

  Actions enabled(boolean whether) {
    return new Actions(whether, ok, alarm, insufficient);
  }

  List<String> on(StateValue state) {
    return switch (state) {
      case OK -> ok;
      case ALARM -> alarm;
      case INSUFFICIENT_DATA -> insufficient;
    };
  }

  boolean anyBeginsWith(String prefix) {
    return List.of(ok, alarm, insufficient).stream()
        .flatMap(List::stream)
        .anyMatch(arn -> arn.startsWith(prefix));
  }

  void write(ObjectNode json) {
    json.put("ActionsEnabled", enabled);
    writeLists(json);
  }

  void writeLists(ObjectNode json) {
    json.set("OKActions", list(ok));
    json.set("AlarmActions", list(alarm));
    json.set("InsufficientDataActions", list(insufficient));
  }

  private static ArrayNode list(List<String> arns) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    arns.forEach(list::add);
    return list;
  }

  private static List<String> arns(Input input, String name) {
    List<String> arns = input.texts(name);
    if (arns.size() > MOST) {
      throw MetricErrors.validation(name + " are at most " + MOST + ".");
    }
    for (String arn : arns) {
      if (!arn.matches("arn:aws[a-z-]*:[a-z0-9-]+:.+")) {
        throw MetricErrors.validation("Invalid arn syntax: " + arn);
      }
    }
    return arns;
  }
}
