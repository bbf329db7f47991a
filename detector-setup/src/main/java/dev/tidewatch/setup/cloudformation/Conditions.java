package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The section {@code Conditions}. */
final class Conditions {
  private final Template template;
  private final Expressions expressions;
  private final Findings findings;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Set<String> within = new HashSet<>();

  Conditions(Template template, Expressions expressions, Findings findings) {
    this.template = template;
    this.expressions = expressions;
    this.findings = findings;
  }

  /** Whether a condition holds. */
  boolean holds(String name) {
    Boolean before = known.get(name);
    if (before != null) {
      return before;
    }
    JsonNode condition = template.section("Conditions").path(name);
    if (condition.isMissingNode()) {
      throw new Unresolved("there is no condition " + name);
    }
    if (!within.add(name)) {
      throw new Unresolved("the condition " + name + " depends on itself");
    }
    try {
      boolean holds = isTrue(condition, "Conditions." + name);
      known.put(name, holds);
      findings.settle("Conditions." + name, String.valueOf(holds));
      return holds;
    } finally {
      within.remove(name);
    }
  }

  private boolean isTrue(JsonNode node, String path) {
    if (node.isObject() && node.size() == 1) {
      String function = node.fieldNames().next();
      JsonNode argument = node.get(function);
      return switch (function) {
        case "Condition" -> holds(argument.asText());
        case "Fn::Not" -> !all(argument, path).get(0);
        case "Fn::And" -> !all(argument, path).contains(false);
        case "Fn::Or" -> all(argument, path).contains(true);
        case "Fn::Equals" -> equal(argument, path);
        default -> throw none(path);
      };
    }
    throw none(path);
  }

  private Unresolved none(String path) {
    return new Unresolved(template.place(path) + " is no condition");
  }

  private List<Boolean> all(JsonNode arguments, String path) {
    List<Boolean> all = new ArrayList<>();
    arguments.forEach(argument -> all.add(isTrue(argument, path)));
    if (all.isEmpty()) {
      throw new Unresolved(template.place(path) + " is no condition: it has no arguments");
    }
    return all;
  }

  private boolean equal(JsonNode arguments, String path) {
    if (arguments.size() != 2) {
      throw new Unresolved(template.place(path) + ": Fn::Equals compares two values");
    }
    JsonNode left = expressions.required(arguments.get(0), path + ".Fn::Equals[0]");
    JsonNode right = expressions.required(arguments.get(1), path + ".Fn::Equals[1]");
    return left.isValueNode() ? left.asText().equals(right.asText()) : left.equals(right);
  }
}
