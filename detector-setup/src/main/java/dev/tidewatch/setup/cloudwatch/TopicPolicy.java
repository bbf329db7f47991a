package dev.tidewatch.setup.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** That CloudWatch and EventBridge may publish to a topic, whoever made it. */
final class TopicPolicy implements Resource {
  private static final String POLICY = "Policy";

  private final SnsClient sns;
  private final PolicyText text;
  private final String topicArn;
  private final Messages messages;

  TopicPolicy(SnsClient sns, Names names, String topicArn, Messages messages) {
    this.sns = sns;
    this.text = new PolicyText(names, topicArn);
    this.topicArn = topicArn;
    this.messages = messages;
  }

  @Override
  public String kind() {
    return "SNS topic policy";
  }

  @Override
  public String name() {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }

  @Override
  public Attributes desired() {
    return attributes(text.statements(messages));
  }

  private static Attributes attributes(Map<String, ? extends JsonNode> statements) {
    Map<String, String> texts = new LinkedHashMap<>();
    statements.forEach((id, statement) -> texts.put(id, PolicyText.normal(statement)));
    return new Attributes(texts);
  }

  @Override
  public Optional<Existing> existing() {
    return policy()
        .map(text::ours)
        .filter(ours -> !ours.isEmpty())
        .map(ours -> Existing.ours(attributes(ours)));
  }

  /** Empty when there is no topic. */
  private Optional<String> policy() {
    try {
      return Optional.of(
          sns.getTopicAttributes(ask -> ask.topicArn(topicArn))
              .attributes()
              .getOrDefault(POLICY, ""));
    } catch (NotFoundException nothing) {
      return Optional.empty();
    }
  }

  @Override
  public String create() {
    set(text.statements(messages));
    return "";
  }

  @Override
  public void update(List<Difference> differences) {
    set(text.statements(messages));
  }

  private void set(Map<String, ObjectNode> statements) {
    String policy = text.with(policy().orElse(""), statements);
    sns.setTopicAttributes(
        ask -> ask.topicArn(topicArn).attributeName(POLICY).attributeValue(policy));
  }

  @Override
  public void delete() {
    if (policy().isPresent()) {
      set(Map.of());
    }
  }
}
