package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.Subscription;
import dev.tidewatch.setup.blueprint.Topic;

/** A topic and its subscriptions as resources. */
final class TopicExport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TopicExport() {}

  static void add(ObjectNode resources, String id, Topic topic) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode().put("TopicName", topic.name());
    topic.displayName().ifPresent(name -> properties.put("DisplayName", name));
    topic.kmsKey().ifPresent(key -> properties.put("KmsMasterKeyId", key));
    resources.set(id, plain(References.TOPIC, properties));
    int number = 1;
    for (Subscription subscription : topic.subscriptions()) {
      resources.set(
          id + "Subscription" + number++,
          plain(TopicImport.SUBSCRIPTION, properties(id, subscription)));
    }
  }

  private static ObjectNode plain(String type, ObjectNode properties) {
    return TemplateWriter.resource(type, properties, JsonNodeFactory.instance.objectNode());
  }

  private static ObjectNode properties(String id, Subscription subscription) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.set("TopicArn", TemplateWriter.ref(id));
    properties.put("Protocol", subscription.to().protocol());
    properties.put("Endpoint", subscription.to().endpoint());
    subscription.filterPolicy().ifPresent(policy -> properties.set("FilterPolicy", parsed(policy)));
    if (subscription.raw()) {
      properties.put("RawMessageDelivery", true);
    }
    return properties;
  }

  private static JsonNode parsed(String policy) {
    try {
      return JSON.readTree(policy);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a filter policy is JSON", impossible);
    }
  }
}
