package dev.tidewatch.setup.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.lookout.Mark;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rule of EventBridge that hears of the file's alarms. */
final class EventRule implements Resource {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventBridgeClient events;
  private final Mark mark;
  private final Names names;

  EventRule(EventBridgeClient events, Mark mark, Names names) {
    this.events = events;
    this.mark = mark;
    this.names = names;
  }

  @Override
  public String kind() {
    return "EventBridge rule";
  }

  @Override
  public String name() {
    return names.rule();
  }

  /** Every change of state of an alarm of the file. */
  String pattern() {
    ObjectNode pattern = JSON.createObjectNode();
    pattern.putArray("source").add("aws.cloudwatch");
    pattern.putArray("detail-type").add("CloudWatch Alarm State Change");
    pattern
        .putObject("detail")
        .putArray("alarmName")
        .addObject()
        .put("prefix", names.alarmPrefix());
    return pattern.toString();
  }

  private String description() {
    return "Tells of the alarms of " + names.file() + " in words";
  }

  @Override
  public Attributes desired() {
    return attributes(description(), pattern(), RuleState.ENABLED.toString());
  }

  private static Attributes attributes(String description, String pattern, String state) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("description", description);
    texts.put("pattern", normal(pattern));
    texts.put("state", state);
    return new Attributes(texts);
  }

  private static String normal(String json) {
    try {
      return JSON.readTree(json).toString();
    } catch (JsonProcessingException unreadable) {
      return json;
    }
  }

  @Override
  public Optional<Existing> existing() {
    try {
      DescribeRuleResponse rule = events.describeRule(ask -> ask.name(name()));
      Map<String, String> tags =
          events.listTagsForResource(ask -> ask.resourceARN(rule.arn())).tags().stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      Attributes attributes =
          attributes(
              text(rule.description()), text(rule.eventPattern()), text(rule.stateAsString()));
      return Optional.of(new Existing(attributes, mark.owner(tags, Owner.FOREIGN)));
    } catch (ResourceNotFoundException nothing) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public String create() {
    return events
        .putRule(
            ask ->
                ask.name(name())
                    .description(description())
                    .eventPattern(pattern())
                    .state(RuleState.ENABLED)
                    .tags(tag()))
        .ruleArn();
  }

  private Tag tag() {
    return Tag.builder().key(Mark.KEY).value(mark.file()).build();
  }

  /** EventBridge takes tags only from new rules. */
  @Override
  public void update(List<Difference> differences) {
    events.putRule(
        ask ->
            ask.name(name())
                .description(description())
                .eventPattern(pattern())
                .state(RuleState.ENABLED));
    events.tagResource(ask -> ask.resourceARN(names.ruleArn()).tags(tag()));
  }

  /** A rule goes only without targets. */
  @Override
  public void delete() {
    try {
      List<String> ids =
          events.listTargetsByRule(ask -> ask.rule(name())).targets().stream()
              .map(Target::id)
              .toList();
      if (!ids.isEmpty()) {
        events.removeTargets(ask -> ask.rule(name()).ids(ids));
      }
      events.deleteRule(ask -> ask.name(name()));
    } catch (ResourceNotFoundException gone) {
      // somebody was faster
    }
  }
}
