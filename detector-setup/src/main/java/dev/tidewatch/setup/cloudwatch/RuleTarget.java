package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * That the rule tells the topic, in one paragraph. It belongs to the rule, whose tag is its own.
 */
final class RuleTarget implements Resource {
  private static final String ID = "topic";
  private static final Map<String, String> PATHS =
      new TreeMap<>(
          Map.of(
              "alarm", "$.detail.alarmName",
              "state", "$.detail.state.value",
              "was", "$.detail.previousState.value",
              "since", "$.detail.state.timestamp",
              "reason", "$.detail.state.reason",
              "account", "$.account",
              "region", "$.region"));
  private static final String TEMPLATE =
      "\"Alarm <alarm> is in state <state> since <since>; before it was in state <was>."
          + " Why: <reason> (account <account>, <region>)\"";

  private final EventBridgeClient events;
  private final String rule;
  private final String topicArn;

  RuleTarget(EventBridgeClient events, Names names, String topicArn) {
    this.events = events;
    this.rule = names.rule();
    this.topicArn = topicArn;
  }

  @Override
  public String kind() {
    return "EventBridge target";
  }

  @Override
  public String name() {
    return rule + "/" + ID;
  }

  @Override
  public Attributes desired() {
    return attributes(target());
  }

  private Target target() {
    return Target.builder()
        .id(ID)
        .arn(topicArn)
        .inputTransformer(
            InputTransformer.builder().inputPathsMap(PATHS).inputTemplate(TEMPLATE).build())
        .build();
  }

  private static Attributes attributes(Target target) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("topic", target.arn());
    Optional.ofNullable(target.inputTransformer())
        .ifPresent(
            transformer -> {
              texts.put("template", transformer.inputTemplate());
              texts.put("paths", new TreeMap<>(transformer.inputPathsMap()).toString());
            });
    return new Attributes(texts);
  }

  @Override
  public Optional<Existing> existing() {
    try {
      return events.listTargetsByRule(ask -> ask.rule(rule)).targets().stream()
          .filter(target -> target.id().equals(ID))
          .findFirst()
          .map(target -> Existing.ours(attributes(target)));
    } catch (ResourceNotFoundException noRule) {
      return Optional.empty();
    }
  }

  @Override
  public String create() {
    var answer = events.putTargets(ask -> ask.rule(rule).targets(target()));
    if (answer.failedEntryCount() > 0) {
      throw new IllegalStateException(
          "EventBridge refused the target: " + answer.failedEntries().get(0).errorMessage());
    }
    return "";
  }

  @Override
  public void update(List<Difference> differences) {
    create();
  }

  @Override
  public void delete() {
    try {
      events.removeTargets(ask -> ask.rule(rule).ids(ID));
    } catch (ResourceNotFoundException gone) {
      // somebody was faster
    }
  }
}
