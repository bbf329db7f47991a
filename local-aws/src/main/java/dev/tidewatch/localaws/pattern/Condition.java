package dev.tidewatch.localaws.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One condition on what a message has under a name: an exact value, {@code prefix}, {@code suffix},
 * {@code equals-ignore-case}, {@code anything-but}, {@code numeric} or {@code exists}.
 */
public interface Condition {
  /** Whether what the message has under the name, perhaps nothing, fits. */
  boolean accepts(List<JsonNode> values);

  /**
   * @throws InvalidPattern when it is none
   */
  static Condition parse(JsonNode condition) {
    if (!condition.isObject()) {
      return any(equalTo(condition));
    }
    if (condition.size() != 1) {
      throw new InvalidPattern("one match type per object, not " + condition);
    }
    Map.Entry<String, JsonNode> match = condition.fields().next();
    JsonNode operand = match.getValue();
    return switch (match.getKey()) {
      case "exists" -> exists(operand);
      case "anything-but" -> anythingBut(operand);
      case "prefix", "suffix", "equals-ignore-case" -> any(text(match.getKey(), operand));
      case "numeric" -> any(numeric(operand));
      default -> throw new InvalidPattern("Unrecognized match type " + match.getKey());
    };
  }

  private static Condition any(Predicate<JsonNode> test) {
    return values -> values.stream().anyMatch(test);
  }

  private static Predicate<JsonNode> equalTo(JsonNode wanted) {
    if (wanted.isNumber()) {
      BigDecimal number = wanted.decimalValue();
      return value -> value.isNumber() && value.decimalValue().compareTo(number) == 0;
    }
    return wanted::equals;
  }

  private static Condition exists(JsonNode operand) {
    if (!operand.isBoolean()) {
      throw new InvalidPattern("exists match pattern must be either true or false.");
    }
    return values -> values.isEmpty() != operand.asBoolean();
  }

  // Of several values, one that is not excluded is enough, as on AWS.
  private static Condition anythingBut(JsonNode operand) {
    List<Predicate<JsonNode>> excluded = new ArrayList<>();
    if (operand.isObject() && operand.size() == 1) {
      Map.Entry<String, JsonNode> match = operand.fields().next();
      excluded.add(text(match.getKey(), match.getValue()));
    } else if (operand.isArray()) {
      operand.forEach(one -> excluded.add(equalTo(one)));
    } else {
      excluded.add(equalTo(operand));
    }
    return any(value -> excluded.stream().noneMatch(test -> test.test(value)));
  }

  private static Predicate<JsonNode> text(String type, JsonNode operand) {
    if (!operand.isTextual()) {
      throw new InvalidPattern("" + type + " match pattern must be a string");
    }
    String wanted = operand.asText();
    Predicate<String> test =
        switch (type) {
          case "prefix" -> value -> value.startsWith(wanted);
          case "suffix" -> value -> value.endsWith(wanted);
          case "equals-ignore-case" ->
              value -> value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
          default -> throw new InvalidPattern("Unrecognized match type " + type);
        };
    return value -> value.isTextual() && test.test(value.asText());
  }

  private static Predicate<JsonNode> numeric(JsonNode operand) {
    if (!operand.isArray() || (operand.size() != 2 && operand.size() != 4)) {
      throw new InvalidPattern(
          "numeric takes an operator and a number, once or twice, not " + operand);
    }
    Predicate<BigDecimal> test = comparison(operand.get(0), operand.get(1));
    if (operand.size() == 4) {
      test = test.and(comparison(operand.get(2), operand.get(3)));
    }
    Predicate<BigDecimal> all = test;
    return value -> value.isNumber() && all.test(value.decimalValue());
  }

  private static Predicate<BigDecimal> comparison(JsonNode operator, JsonNode operand) {
    if (!operand.isNumber()) {
      throw new InvalidPattern("Value of " + operator + " must be numeric");
    }
    BigDecimal limit = operand.decimalValue();
    return switch (operator.asText()) {
      case "=" -> value -> value.compareTo(limit) == 0;
      case "<" -> value -> value.compareTo(limit) < 0;
      case "<=" -> value -> value.compareTo(limit) <= 0;
      case ">" -> value -> value.compareTo(limit) > 0;
      case ">=" -> value -> value.compareTo(limit) >= 0;
      default -> throw new InvalidPattern("Unrecognized numeric range operator: " + operator);
    };
  }
}
