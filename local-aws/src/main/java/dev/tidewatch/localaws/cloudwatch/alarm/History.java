package dev.tidewatch.localaws.cloudwatch.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Paging;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What became of alarms, of those that are gone too. */
final class History {
  private static final int MOST = 10_000;
  private static final int A_PAGE = 100;

  private final Deque<Item> items = new ArrayDeque<>();

  private record Item(String alarm, Instant time, String type, String summary, ObjectNode data) {
    ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("AlarmName", alarm)
          .put("AlarmType", "MetricAlarm")
          .put("Timestamp", time.toString())
          .put("HistoryItemType", type)
          .put("HistorySummary", summary)
          .put("HistoryData", data.toString());
    }
  }

  void addConfiguration(Alarm alarm, String what, Instant time) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", "1.0").put("type", what);
    add(new Item(alarm.name(), time, "ConfigurationUpdate", summary(what), data));
  }

  void addState(StateChange change) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", "1.0");
    data.putObject("oldState")
        .put("stateValue", change.before().value().name())
        .put("stateReason", change.before().reason());
    data.putObject("newState")
        .put("stateValue", change.after().value().name())
        .put("stateReason", change.after().reason());
    String summary =
        "Alarm updated from " + change.before().value() + " to " + change.after().value();
    add(new Item(change.alarm().name(), change.after().updated(), "StateUpdate", summary, data));
  }

  void addAction(Alarm alarm, String arn, boolean done, Instant time) {
    ObjectNode data =
        JsonNodeFactory.instance
            .objectNode()
            .put("actionState", done ? "Succeeded" : "Failed")
            .put("notificationResource", arn);
    String summary = (done ? "Successfully executed action " : "Failed to execute action ") + arn;
    add(new Item(alarm.name(), time, "Action", summary, data));
  }

  ObjectNode describe(Input input) {
    Optional<Instant> start = input.time("StartDate");
    Optional<Instant> end = input.time("EndDate");
    List<Item> found =
        new ArrayList<>(
            items.stream()
                .filter(item -> input.text("AlarmName", item.alarm()).equals(item.alarm()))
                .filter(item -> input.text("HistoryItemType", item.type()).equals(item.type()))
                .filter(item -> start.filter(item.time()::isBefore).isEmpty())
                .filter(item -> end.filter(item.time()::isAfter).isEmpty())
                .toList());
    if (!input.text("ScanBy", "").equals("TimestampAscending")) {
      Collections.reverse(found);
    }
    Paging<Item> page =
        Paging.of(found, input.text("NextToken", ""), input.whole("MaxRecords", 1, A_PAGE, A_PAGE));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("AlarmHistoryItems");
    page.items().forEach(item -> list.add(item.json()));
    return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
  }

  private void add(Item item) {
    items.addLast(item);
    if (items.size() > MOST) {
      items.removeFirst();
    }
  }

  private static String summary(String what) {
    return switch (what) {
      case "Create" -> "Alarm \"created\"";
      case "Delete" -> "Alarm \"deleted\"";
      default -> "Alarm \"updated\"";
    };
  }
}
