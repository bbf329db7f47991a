package dev.tidewatch.localaws.eventbridge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule. A change makes a new one.
 *
 * @param settings what PutRule says, without tags
 */
record Rule(String name, String arn, ObjectNode settings, List<Target> targets, Tags tags) {
  private static final List<String> SETTINGS =
      List.of("EventPattern", "ScheduleExpression", "State", "Description", "RoleArn");
  private static final int MOST_TARGETS = 5;

  Rule {
    requireNonNull(name, "name");
    requireNonNull(arn, "arn");
    settings = settings.deepCopy();
    targets = List.copyOf(targets);
    requireNonNull(tags, "tags");
    if (targets.size() > MOST_TARGETS) {
      throw new AwsException(
          400,
          "LimitExceededException",
          "The requested resource exceeds the maximum number allowed.");
    }
  }

  static Rule of(Input input, String arn) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("State", "ENABLED");
    SETTINGS.forEach(name -> input.text(name).ifPresent(value -> settings.put(name, value)));
    String pattern = input.text("EventPattern", "");
    if (pattern.isEmpty() && input.text("ScheduleExpression", "").isEmpty()) {
      throw input.refuse("Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
    if (!pattern.isEmpty()) {
      EventPattern unused = EventPattern.parse(pattern);
    }
    String schedule = input.text("ScheduleExpression", "rate(1 hour)");
    if (!schedule.matches("(rate|cron)\\(.+\\)")) {
      throw input.refuse("Parameter ScheduleExpression is not valid.");
    }
    return new Rule(input.required("Name"), arn, settings, List.of(), Tags.of(input));
  }

  boolean wants(ObjectNode event) {
    String pattern = settings.path("EventPattern").asText();
    return settings.path("State").asText().startsWith("ENABLED")
        && !pattern.isEmpty()
        && EventPattern.parse(pattern).fits(event);
  }

  /** With other settings and the same targets and tags. */
  Rule with(ObjectNode other) {
    return new Rule(name, arn, other, targets, tags);
  }

  Rule enabled(boolean whether) {
    return with(settings.deepCopy().put("State", whether ? "ENABLED" : "DISABLED"));
  }

  Rule with(Tags other) {
    return new Rule(name, arn, settings, targets, other);
  }

  /** With more targets; those of the same ids change. */
  Rule withTargets(List<Target> more) {
    Map<String, Target> all = new LinkedHashMap<>();
    targets.forEach(target -> all.put(target.id(), target));
    more.forEach(target -> all.put(target.id(), target));
    return new Rule(name, arn, settings, new ArrayList<>(all.values()), tags);
  }

  Rule withoutTargets(List<String> ids) {
    return new Rule(
        name,
        arn,
        settings,
        targets.stream().filter(target -> !ids.contains(target.id())).toList(),
        tags);
  }

  /** As answers have it. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("Name", name).put("Arn", arn);
    json.setAll(settings.deepCopy());
    return json.put("EventBusName", "default");
  }
}
