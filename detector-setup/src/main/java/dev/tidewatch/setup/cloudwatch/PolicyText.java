package dev.tidewatch.setup.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A topic's policy with our statements in it, among those of others: CloudWatch may publish for the
 * alarms of the file in this account, and EventBridge may publish. EventBridge says nothing of the
 * source when it publishes to a topic, so a condition on it would let no message pass ("You can't
 * use Condition blocks in Amazon SNS topic policies for EventBridge").
 */
final class PolicyText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper SORTED =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final Names names;
  private final String topicArn;

  PolicyText(Names names, String topicArn) {
    this.names = names;
    this.topicArn = topicArn;
  }

  /** Our statements by their ids. */
  Map<String, ObjectNode> statements(Messages messages) {
    Map<String, ObjectNode> statements = new LinkedHashMap<>();
    if (messages.action()) {
      ObjectNode condition =
          add(statements, "alarms", "cloudwatch.amazonaws.com").putObject("Condition");
      condition.putObject("ArnLike").put("aws:SourceArn", names.alarmArns());
      condition.putObject("StringEquals").put("aws:SourceAccount", names.identity().account());
    }
    if (messages.event()) {
      add(statements, "events", "events.amazonaws.com");
    }
    return statements;
  }

  private ObjectNode add(Map<String, ObjectNode> statements, String purpose, String service) {
    ObjectNode statement = JSON.createObjectNode();
    String id = idPrefix() + purpose;
    statement.put("Sid", id);
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Service", service);
    statement.put("Action", "sns:Publish");
    statement.put("Resource", topicArn);
    statements.put(id, statement);
    return statement;
  }

  /** One spelling of a statement, in whatever order its keys are written. */
  static String normal(JsonNode statement) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(statement, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String idPrefix() {
    return "tidewatch-" + names.file() + "-cloudwatch-";
  }

  /** The statements of a policy that are ours, by their ids. */
  Map<String, JsonNode> ours(String policy) {
    Map<String, JsonNode> ours = new LinkedHashMap<>();
    for (JsonNode statement : read(policy).withArray("Statement")) {
      String id = statement.path("Sid").asText();
      if (id.startsWith(idPrefix())) {
        ours.put(id, statement);
      }
    }
    return ours;
  }

  /** The policy with these statements for ours, and all others as they are. */
  String with(String policy, Map<String, ObjectNode> statements) {
    ObjectNode document = read(policy);
    ArrayNode kept = JSON.createArrayNode();
    StreamSupport.stream(document.withArray("Statement").spliterator(), false)
        .filter(statement -> !statement.path("Sid").asText().startsWith(idPrefix()))
        .forEach(kept::add);
    if (kept.isEmpty()) {
      kept.add(ofOwner());
    }
    kept.addAll(statements.values());
    document.set("Statement", kept);
    return document.toString();
  }

  /** What a new topic allows: everything to its own account. */
  private ObjectNode ofOwner() {
    ObjectNode statement = JSON.createObjectNode();
    statement.put("Sid", "__default_statement_ID");
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("AWS", "*");
    ArrayNode actions = statement.putArray("Action");
    for (String action :
        new String[] {
          "GetTopicAttributes",
          "SetTopicAttributes",
          "AddPermission",
          "RemovePermission",
          "DeleteTopic",
          "Subscribe",
          "ListSubscriptionsByTopic",
          "Publish"
        }) {
      actions.add("SNS:" + action);
    }
    statement.put("Resource", topicArn);
    statement
        .putObject("Condition")
        .putObject("StringEquals")
        .put("AWS:SourceOwner", names.identity().account());
    return statement;
  }

  private static ObjectNode read(String policy) {
    try {
      JsonNode document = policy.isEmpty() ? JSON.createObjectNode() : JSON.readTree(policy);
      if (document instanceof ObjectNode object) {
        if (!object.has("Version")) {
          object.put("Version", "2012-10-17");
        }
        if (object.path("Statement").isObject()) {
          object.set("Statement", JSON.createArrayNode().add(object.get("Statement")));
        }
        return object;
      }
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("the topic's policy is no JSON: " + policy, unreadable);
    }
    throw new IllegalStateException("the topic's policy is no JSON object: " + policy);
  }
}
