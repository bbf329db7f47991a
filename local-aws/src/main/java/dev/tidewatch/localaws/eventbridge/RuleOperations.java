package dev.tidewatch.localaws.eventbridge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Paging;
import java.util.List;

/** The operations on rules, their targets and tags. */
final class RuleOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_A_PAGE = 100;

  private final Bus bus;
  private final String arnPrefix;

  RuleOperations(Bus bus, String region, String account) {
    this.bus = requireNonNull(bus, "bus");
    this.arnPrefix = "arn:aws:events:" + region + ":" + account + ":rule/";
  }

  ObjectNode put(Input input) {
    checkBus(input);
    String name = input.required("Name");
    if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
      throw input.refuse("The Name of a rule is 1 to 64 letters, digits, '.', '-' and '_'.");
    }
    Rule rule = Rule.of(input, arnPrefix + name);
    bus.put(rule);
    return JSON.objectNode().put("RuleArn", rule.arn());
  }

  ObjectNode describe(Input input) {
    return rule(input, "Name").json();
  }

  ObjectNode list(Input input) {
    checkBus(input);
    String prefix = input.text("NamePrefix", "");
    Paging<Rule> page =
        page(bus.rules().stream().filter(rule -> rule.name().startsWith(prefix)).toList(), input);
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("Rules");
    page.items().forEach(rule -> list.add(rule.json()));
    return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
  }

  ObjectNode namesByTarget(Input input) {
    checkBus(input);
    String arn = input.required("TargetArn");
    ArrayNode names = JSON.arrayNode();
    bus.rules().stream()
        .filter(rule -> rule.targets().stream().anyMatch(target -> target.arn().equals(arn)))
        .forEach(rule -> names.add(rule.name()));
    ObjectNode answer = JSON.objectNode();
    answer.set("RuleNames", names);
    return answer;
  }

  ObjectNode delete(Input input) {
    checkBus(input);
    bus.delete(input.required("Name"));
    return JSON.objectNode();
  }

  ObjectNode enable(Input input) {
    bus.change(rule(input, "Name").name(), rule -> rule.enabled(true));
    return JSON.objectNode();
  }

  ObjectNode disable(Input input) {
    bus.change(rule(input, "Name").name(), rule -> rule.enabled(false));
    return JSON.objectNode();
  }

  ObjectNode putTargets(Input input) {
    List<Target> targets = input.list("Targets").stream().map(Target::of).toList();
    bus.change(rule(input, "Rule").name(), rule -> rule.withTargets(targets));
    return noneFailed();
  }

  ObjectNode removeTargets(Input input) {
    List<String> ids = input.texts("Ids");
    bus.change(rule(input, "Rule").name(), rule -> rule.withoutTargets(ids));
    return noneFailed();
  }

  ObjectNode targets(Input input) {
    Paging<Target> page = page(rule(input, "Rule").targets(), input);
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("Targets");
    page.items().forEach(target -> list.add(target.json()));
    return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
  }

  ObjectNode tag(Input input) {
    Rule rule = bus.byArn(input.required("ResourceARN"));
    bus.change(rule.name(), changed -> changed.with(changed.tags().with(input)));
    return JSON.objectNode();
  }

  ObjectNode untag(Input input) {
    Rule rule = bus.byArn(input.required("ResourceARN"));
    bus.change(rule.name(), changed -> changed.with(changed.tags().without(input)));
    return JSON.objectNode();
  }

  ObjectNode tags(Input input) {
    ObjectNode answer = JSON.objectNode();
    answer.set("Tags", bus.byArn(input.required("ResourceARN")).tags().json());
    return answer;
  }

  private Rule rule(Input input, String parameter) {
    checkBus(input);
    return bus.rule(input.required(parameter));
  }

  private static <T> Paging<T> page(List<T> all, Input input) {
    return Paging.of(
        all, input.text("NextToken", ""), input.whole("Limit", 1, MOST_A_PAGE, MOST_A_PAGE));
  }

  private static void checkBus(Input input) {
    String name = input.text("EventBusName", "default");
    if (!name.equals("default") && !name.endsWith(":event-bus/default")) {
      throw new AwsException(
          400, "ResourceNotFoundException", "Event bus " + name + " does not exist.");
    }
  }

  private static ObjectNode noneFailed() {
    ObjectNode answer = JSON.objectNode().put("FailedEntryCount", 0);
    answer.putArray("FailedEntries");
    return answer;
  }
}
