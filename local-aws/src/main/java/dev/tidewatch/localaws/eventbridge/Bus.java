package dev.tidewatch.localaws.eventbridge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.AwsException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default bus and its rules. Safe for many threads. */
final class Bus {
  private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

  private final NavigableMap<String, Rule> rules = new TreeMap<>();
  private final TargetSink targets;

  Bus(TargetSink targets) {
    this.targets = requireNonNull(targets, "targets");
  }

  synchronized void put(Rule rule) {
    rules.merge(rule.name(), rule, (there, other) -> there.with(other.settings()));
  }

  synchronized Rule rule(String name) {
    return Optional.ofNullable(rules.get(name))
        .orElseThrow(() -> notFound("Rule " + name + " does not exist on EventBus default."));
  }

  synchronized Rule byArn(String arn) {
    return rules.values().stream()
        .filter(rule -> rule.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> notFound("There is no rule of the ARN " + arn + "."));
  }

  synchronized void change(String name, UnaryOperator<Rule> change) {
    rules.put(name, change.apply(rule(name)));
  }

  /** Deletes the rule; one that is gone already is no error, one with targets is. */
  synchronized void delete(String name) {
    if (rules.containsKey(name) && !rule(name).targets().isEmpty()) {
      throw new AwsException(
          400, "ValidationException", "Rule can't be deleted since it has targets.");
    }
    rules.remove(name);
  }

  synchronized List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /** Sends the event to the targets of every rule that wants it. */
  void send(ObjectNode event) {
    for (Rule rule : rules()) {
      if (rule.wants(event)) {
        for (Target target : rule.targets()) {
          if (!targets.take(target.arn(), target.message(event, rule))) {
            LOG.warn("the rule {} has a target that takes nothing: {}", rule.name(), target.arn());
          }
        }
      }
    }
  }

  private static AwsException notFound(String why) {
    return new AwsException(400, "ResourceNotFoundException", why);
  }
}
