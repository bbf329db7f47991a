package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Paging;
import dev.tidewatch.localaws.protocol.Tags;
import java.util.Arrays;
import java.util.List;

/** The operations on alarms. */
public final class AlarmOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_A_PAGE = 100;
  private static final int A_PAGE = 50;
  private static final int MOST_NAMES = 100;

  private final Alarms alarms;

  public AlarmOperations(Alarms alarms) {
    this.alarms = requireNonNull(alarms, "alarms");
  }

  public ObjectNode put(Input input) {
    alarms.put(AlarmSettings.of(input), Tags.of(input));
    return JSON.objectNode();
  }

  public ObjectNode describe(Input input) {
    List<String> names = names(input);
    String prefix = input.text("AlarmNamePrefix", "");
    if (!names.isEmpty() && !prefix.isEmpty()) {
      throw MetricErrors.validation("AlarmNamePrefix and AlarmNames do not go together.");
    }
    List<String> types = input.texts("AlarmTypes");
    List<Alarm> found =
        alarms.all().stream()
            .filter(alarm -> types.isEmpty() || types.contains("MetricAlarm"))
            .filter(alarm -> names.isEmpty() || names.contains(alarm.name()))
            .filter(alarm -> alarm.name().startsWith(prefix))
            .filter(alarm -> isInState(alarm, input))
            .filter(
                alarm -> {
                  String action = input.text("ActionPrefix", "");
                  return action.isEmpty() || alarm.settings().actions().anyBeginsWith(action);
                })
            .toList();
    int size = input.whole("MaxRecords", 1, MOST_A_PAGE, A_PAGE);
    Paging<Alarm> page = Paging.of(found, input.text("NextToken", ""), size);
    ObjectNode answer = JSON.objectNode();
    answer.putArray("CompositeAlarms");
    write(answer, page.items());
    return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
  }

  public ObjectNode describeForMetric(Input input) {
    Metric metric = Metric.of(input);
    String statistic = input.text("Statistic", input.text("ExtendedStatistic", ""));
    List<Alarm> found =
        alarms.all().stream()
            .filter(alarm -> alarm.settings().watch().plain())
            .filter(alarm -> alarm.settings().watch().metric().metric().equals(metric))
            .filter(
                alarm ->
                    statistic.isEmpty()
                        || statistic.equals(alarm.settings().watch().metric().statistic().name()))
            .toList();
    ObjectNode answer = JSON.objectNode();
    write(answer, found);
    return answer;
  }

  public ObjectNode delete(Input input) {
    alarms.delete(names(input));
    return JSON.objectNode();
  }

  public ObjectNode enable(Input input) {
    names(input).forEach(name -> alarms.enable(name, true));
    return JSON.objectNode();
  }

  public ObjectNode disable(Input input) {
    names(input).forEach(name -> alarms.enable(name, false));
    return JSON.objectNode();
  }

  public ObjectNode setState(Input input) {
    alarms.set(
        input.required("AlarmName"),
        state(input.required("StateValue")),
        input.required("StateReason"),
        input.text("StateReasonData", ""));
    return JSON.objectNode();
  }

  public ObjectNode history(Input input) {
    return alarms.history(input);
  }

  public ObjectNode tag(Input input) {
    alarms.tag(input.required("ResourceARN"), tags -> tags.with(input));
    return JSON.objectNode();
  }

  public ObjectNode untag(Input input) {
    alarms.tag(input.required("ResourceARN"), tags -> tags.without(input));
    return JSON.objectNode();
  }

  public ObjectNode tags(Input input) {
    ObjectNode answer = JSON.objectNode();
    answer.set("Tags", alarms.tags(input.required("ResourceARN")).json());
    return answer;
  }

  private static boolean isInState(Alarm alarm, Input input) {
    String asked = input.text("StateValue", "");
    return asked.isEmpty() || alarm.state().value() == state(asked);
  }

  private static StateValue state(String name) {
    return Arrays.stream(StateValue.values())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> MetricErrors.validation("StateValue is OK, ALARM or INSUFFICIENT_DATA."));
  }

  private static List<String> names(Input input) {
    List<String> names = input.texts("AlarmNames");
    if (names.size() > MOST_NAMES) {
      throw MetricErrors.validation("AlarmNames are at most " + MOST_NAMES + ".");
    }
    return names;
  }

  private static void write(ObjectNode answer, List<Alarm> found) {
    ArrayNode list = answer.putArray("MetricAlarms");
    found.forEach(alarm -> list.add(alarm.json()));
  }
}
