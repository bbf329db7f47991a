package dev.tidewatch.setup.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the policy of a queue. */
final class QueuePolicy {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ACTIONS = List.of("sqs:sendmessage", "sqs:*", "*");

  private QueuePolicy() {}

  /** Whether some statement lets a topic send: by its ARN, or without naming any. */
  static boolean lets(String policy, String topic) {
    if (policy.isEmpty()) {
      return false;
    }
    try {
      return each(JSON.readTree(policy).path("Statement"))
          .anyMatch(statement -> lets(statement, topic));
    } catch (JsonProcessingException wrong) {
      return false;
    }
  }

  private static boolean lets(JsonNode statement, String topic) {
    boolean sends =
        each(statement.path("Action"))
            .anyMatch(action -> ACTIONS.contains(action.asText().toLowerCase(Locale.ROOT)));
    List<String> sources =
        statement.path("Condition").properties().stream()
            .flatMap(operator -> operator.getValue().properties().stream())
            .filter(field -> field.getKey().equalsIgnoreCase("aws:SourceArn"))
            .flatMap(field -> each(field.getValue()))
            .map(JsonNode::asText)
            .toList();
    return statement.path("Effect").asText().equals("Allow")
        && sends
        && (sources.isEmpty() || sources.stream().anyMatch(source -> matches(source, topic)));
  }

  private static boolean matches(String pattern, String topic) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return topic.matches(regex);
  }

  private static Stream<JsonNode> each(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
        : node.isMissingNode() ? Stream.of() : Stream.of(node);
  }
}
