package dev.tidewatch.localaws.eventbridge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Input;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The operations on events. */
final class EventOperations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 10;

  private final Bus bus;
  private final InstantSource clock;
  private final String region;
  private final String account;

  EventOperations(Bus bus, InstantSource clock, String region, String account) {
    this.bus = requireNonNull(bus, "bus");
    this.clock = requireNonNull(clock, "clock");
    this.region = requireNonNull(region, "region");
    this.account = requireNonNull(account, "account");
  }

  ObjectNode put(Input input) {
    List<Input> entries = input.list("Entries");
    if (entries.isEmpty() || entries.size() > MOST) {
      throw input.refuse("Entries are 1 to " + MOST + ", not " + entries.size() + ".");
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode results = answer.putArray("Entries");
    int failed = 0;
    for (Input entry : entries) {
      ObjectNode result = results.addObject();
      JsonNode detail = parsed(entry.text("Detail", ""));
      if (!detail.isObject()) {
        failed++;
        result.put("ErrorCode", "MalformedDetail").put("ErrorMessage", "Detail is malformed.");
      } else if (entry.text("Source", "").isEmpty() || entry.text("DetailType", "").isEmpty()) {
        failed++;
        result
            .put("ErrorCode", "InvalidArgument")
            .put("ErrorMessage", "Parameter Source and DetailType are required.");
      } else {
        ObjectNode event = event(entry, detail);
        result.put("EventId", event.path("id").asText());
        bus.send(event);
      }
    }
    return answer.put("FailedEntryCount", failed);
  }

  ObjectNode test(Input input) {
    EventPattern pattern = EventPattern.parse(input.required("EventPattern"));
    return JSON.createObjectNode().put("Result", pattern.fits(parsed(input.required("Event"))));
  }

  private ObjectNode event(Input entry, JsonNode detail) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", entry.required("DetailType"))
            .put("source", entry.required("Source"))
            .put("account", account)
            .put(
                "time",
                entry
                    .time("Time")
                    .orElseGet(clock::instant)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString())
            .put("region", region);
    ArrayNode resources = event.putArray("resources");
    entry.texts("Resources").forEach(resources::add);
    event.set("detail", detail);
    return event;
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      return JSON.missingNode();
    }
  }
}
