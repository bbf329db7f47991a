package dev.tidewatch.localaws.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A received message as the consumer asked to see it. */
final class ReceivedMessageJson {
  private ReceivedMessageJson() {}

  static ObjectNode of(ReceivedMessage received, Parameters request) {
    Message message = received.message();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("MessageId", message.id());
    node.put("ReceiptHandle", received.receiptHandle());
    node.put("MD5OfBody", message.bodyDigest());
    node.put("Body", message.body());
    addSystemAttributes(node, received, request);
    addMessageAttributes(node, message, request.list("MessageAttributeNames"));
    return node;
  }

  private static void addSystemAttributes(
      ObjectNode node, ReceivedMessage received, Parameters request) {
    List<String> asked = new ArrayList<>(request.list("AttributeNames"));
    asked.addAll(request.list("MessageSystemAttributeNames"));
    Map<String, String> all = new LinkedHashMap<>();
    all.put("SenderId", "local");
    all.put("SentTimestamp", Long.toString(received.sentAt().toEpochMilli()));
    all.put("ApproximateReceiveCount", Integer.toString(received.receiveCount()));
    all.put(
        "ApproximateFirstReceiveTimestamp",
        Long.toString(received.firstReceivedAt().toEpochMilli()));
    if (!asked.contains("All")) {
      all.keySet().retainAll(asked);
    }
    if (!all.isEmpty()) {
      ObjectNode attributes = node.putObject("Attributes");
      all.forEach(attributes::put);
    }
  }

  private static void addMessageAttributes(ObjectNode node, Message message, List<String> asked) {
    Map<String, MessageAttribute> chosen = new TreeMap<>(message.attributes());
    chosen.keySet().removeIf(name -> asked.stream().noneMatch(pattern -> asksFor(pattern, name)));
    if (chosen.isEmpty()) {
      return;
    }
    node.put("MD5OfMessageAttributes", MessageAttribute.digest(chosen));
    ObjectNode attributes = node.putObject("MessageAttributes");
    chosen.forEach(
        (name, attribute) ->
            attributes
                .putObject(name)
                .put("DataType", attribute.dataType())
                .put(attribute.isBinary() ? "BinaryValue" : "StringValue", attribute.value()));
  }

  private static boolean asksFor(String pattern, String name) {
    return pattern.equals("All")
        || pattern.equals(name)
        || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2)));
  }
}
