package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Topic;
import dev.tidewatch.setup.lookout.Policies;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/**
 * The roles that the file leaves to whoever makes the detector, with just the rights they need.
 * CloudFormation makes up their names: with names of ours it would ask for another capability.
 */
final class RoleExport {
  static final String READING = "ReadingRole";
  static final String ALERTING = "AlertingRole";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Who calls is known when the template is used. */
  private static final Identity LATER =
      new Identity("${AWS::Partition}", "${AWS::Region}", "${AWS::AccountId}", "");

  private final Blueprint blueprint;
  private final Policies policies = new Policies(LATER);

  RoleExport(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  void addTo(ObjectNode resources) {
    Optional.ofNullable(blueprint.dataset().metricSource().s3SourceConfig())
        .filter(s3 -> s3.roleArn() == null)
        .ifPresent(
            s3 -> resources.set(READING, role(policies.reading(buckets(s3), new TreeSet<>()))));
    NavigableSet<String> topics = new TreeSet<>();
    NavigableSet<String> functions = new TreeSet<>();
    blueprint.alerts().forEach(alert -> addTargets(alert, topics, functions));
    if (!topics.isEmpty() || !functions.isEmpty()) {
      NavigableSet<String> keys = new TreeSet<>();
      blueprint.topics().stream().map(Topic::kmsKey).flatMap(Optional::stream).forEach(keys::add);
      resources.set(ALERTING, role(policies.alerting(topics, functions, keys)));
    }
  }

  private static NavigableSet<String> buckets(S3SourceConfig s3) {
    NavigableSet<String> buckets = new TreeSet<>();
    Stream.concat(s3.templatedPathList().stream(), s3.historicalDataPathList().stream())
        .map(path -> path.substring("s3://".length()).split("/", 2)[0])
        .forEach(buckets::add);
    return buckets;
  }

  private static void addTargets(
      AlertBlueprint alert, NavigableSet<String> topics, NavigableSet<String> functions) {
    Action action = alert.request().action();
    if (action.lambdaConfiguration() != null && action.lambdaConfiguration().roleArn() == null) {
      functions.add(action.lambdaConfiguration().lambdaArn());
    }
    if (action.snsConfiguration() != null && action.snsConfiguration().roleArn() == null) {
      topics.add(
          alert
              .topic()
              .map(LATER::topicArn)
              .orElseGet(() -> action.snsConfiguration().snsTopicArn()));
    }
  }

  private static ObjectNode role(String policy) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.set("AssumeRolePolicyDocument", document(Policies.trust()));
    ObjectNode inline = properties.putArray("Policies").addObject();
    inline.put("PolicyName", "least-privilege");
    inline.set("PolicyDocument", document(policy));
    return TemplateWriter.resource(
        References.ROLE, properties, JsonNodeFactory.instance.objectNode());
  }

  private static JsonNode document(String policy) {
    try {
      return substituting(JSON.readTree(policy));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a policy is JSON", impossible);
    }
  }

  /** The same, with the texts that name who calls as calls of {@code Fn::Sub}. */
  private static JsonNode substituting(JsonNode node) {
    if (node.isTextual() && node.asText().contains("${")) {
      return JsonNodeFactory.instance.objectNode().put("Fn::Sub", node.asText());
    }
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(entry -> copy.add(substituting(entry)));
      return copy;
    }
    if (node instanceof ObjectNode mapping) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      mapping
          .properties()
          .forEach(entry -> copy.set(entry.getKey(), substituting(entry.getValue())));
      return copy;
    }
    return node;
  }
}
