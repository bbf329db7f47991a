package dev.tidewatch.endtoend.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A statement of a policy, by IAM's rules: wildcards, conditions that all must hold, and a key that
 * the request does not have fails its condition.
 *
 * @param conditions by operator and key
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
record Statement(
    String effect,
    List<String> actions,
    List<String> resources,
    Map<String, Map<String, List<String>>> conditions) {

  static Statement of(Map<?, ?> statement) {
    Map<String, Map<String, List<String>>> conditions = new TreeMap<>();
    if (statement.get("Condition") instanceof Map<?, ?> operators) {
      operators.forEach(
          (operator, keys) -> {
            Map<String, List<String>> byKey = new TreeMap<>();
            ((Map<?, ?>) keys).forEach((key, values) -> byKey.put(key.toString(), texts(values)));
            conditions.put(operator.toString(), byKey);
          });
    }
    return new Statement(
        statement.get("Effect").toString(),
        texts(statement.get("Action")),
        texts(statement.get("Resource")),
        conditions);
  }

  boolean applies(Request request) {
    return actions.stream().anyMatch(action -> matches(action, request.action(), true))
        && resources.stream().anyMatch(resource -> matches(resource, request.resource(), false))
        && conditions.entrySet().stream()
            .allMatch(
                operator ->
                    operator.getValue().entrySet().stream()
                        .allMatch(key -> holds(operator.getKey(), key, request)));
  }

  private static boolean holds(
      String operator, Map.Entry<String, List<String>> key, Request request) {
    String value = request.context().get(key.getKey());
    if (value == null) {
      return false;
    }
    return switch (operator) {
      case "StringEquals" -> key.getValue().contains(value);
      case "StringLike" ->
          key.getValue().stream().anyMatch(pattern -> matches(pattern, value, false));
      default -> throw new IllegalStateException("the operator " + operator + " is not known here");
    };
  }

  private static boolean matches(String pattern, String text, boolean anyCase) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, anyCase ? Pattern.CASE_INSENSITIVE : 0).matcher(text).matches();
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }
}
