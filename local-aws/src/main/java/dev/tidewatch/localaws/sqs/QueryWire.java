package dev.tidewatch.localaws.sqs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.Reply;
import dev.tidewatch.localaws.protocol.Xml;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * AWS's Query protocol, which clients older than the end of 2023 speak. It is translated to the
 * shapes of the JSON protocol and back.
 */
final class QueryWire {
  private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";
  private static final List<String> VALUES =
      List.of(
          "QueueName",
          "QueueUrl",
          "QueueNamePrefix",
          "MessageBody",
          "DelaySeconds",
          "MaxNumberOfMessages",
          "VisibilityTimeout",
          "WaitTimeSeconds",
          "ReceiptHandle",
          "Id");
  private static final Map<String, String> LISTS =
      Map.of(
          "AttributeName", "AttributeNames",
          "MessageAttributeName", "MessageAttributeNames",
          "MessageSystemAttributeName", "MessageSystemAttributeNames");

  private final Operations operations;
  private final Calls calls;

  QueryWire(Operations operations, Calls calls) {
    this.operations = requireNonNull(operations, "operations");
    this.calls = requireNonNull(calls, "calls");
  }

  Reply answer(Form form) {
    try {
      String action = form.text("Action", "");
      return calls.serve(
          new Call("sqs", action),
          () ->
              Reply.xml(200, document(action, operations.call(action, parameters(action, form)))));
    } catch (AwsException refused) {
      return Reply.xml(refused.status(), error(refused));
    }
  }

  private static ObjectNode parameters(String action, Form form) {
    ObjectNode parameters = entry(form);
    LISTS.forEach(
        (name, list) -> form.list(name).forEach(value -> parameters.withArray(list).add(value)));
    form.map("Attribute", "Name", "Value")
        .forEach((name, value) -> parameters.withObject("/Attributes").put(name, value));
    form.entries(action + "RequestEntry")
        .forEach(one -> parameters.withArray("Entries").add(entry(one)));
    return parameters;
  }

  private static ObjectNode entry(Form form) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    for (String name : VALUES) {
      form.text(name).ifPresent(value -> entry.put(name, value));
    }
    for (Form attribute : form.entries("MessageAttribute")) {
      ObjectNode value = JsonNodeFactory.instance.objectNode();
      for (String part : List.of("DataType", "StringValue", "BinaryValue")) {
        attribute.text("Value." + part).ifPresent(text -> value.put(part, text));
      }
      ObjectNode attributes =
          entry.path("MessageAttributes") instanceof ObjectNode there
              ? there
              : entry.putObject("MessageAttributes");
      attributes.set(attribute.text("Name", ""), value);
    }
    return entry;
  }

  private static String document(String action, ObjectNode result) {
    return Xml.document(
        action + "Response",
        NAMESPACE,
        xml -> {
          if (!result.isEmpty()) {
            xml.element(action + "Result", content -> write(content, action, result));
          }
          xml.element(
              "ResponseMetadata",
              metadata -> metadata.element("RequestId", UUID.randomUUID().toString()));
        });
  }

  private static void write(Xml xml, String action, JsonNode node) {
    node.fields().forEachRemaining(field -> write(xml, action, field.getKey(), field.getValue()));
  }

  private static void write(Xml xml, String action, String name, JsonNode value) {
    switch (name) {
      case "QueueUrls" -> value.forEach(url -> xml.element("QueueUrl", url.asText()));
      case "Messages" -> writeEach(xml, action, "Message", value);
      case "Successful" -> writeEach(xml, action, action + "ResultEntry", value);
      case "Failed" -> writeEach(xml, action, "BatchResultErrorEntry", value);
      case "Attributes" -> writePairs(xml, action, "Attribute", value);
      case "MessageAttributes" -> writePairs(xml, action, "MessageAttribute", value);
      default -> xml.element(name, value.asText());
    }
  }

  private static void writeEach(Xml xml, String action, String element, JsonNode list) {
    list.forEach(one -> xml.element(element, content -> write(content, action, one)));
  }

  private static void writePairs(Xml xml, String action, String element, JsonNode pairs) {
    pairs
        .fields()
        .forEachRemaining(
            pair ->
                xml.element(
                    element,
                    content -> {
                      content.element("Name", pair.getKey());
                      if (pair.getValue().isObject()) {
                        content.element("Value", value -> write(value, action, pair.getValue()));
                      } else {
                        content.element("Value", pair.getValue().asText());
                      }
                    }));
  }

  private static String error(AwsException refused) {
    return Xml.error(NAMESPACE, SqsError.queryName(refused.code()), refused.text());
  }
}
