package dev.tidewatch.setup.cloudformation;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known besides the template; what was asked once is not asked again. */
public final class Answers {
  private final Map<String, String> parameters;
  private final Map<String, String> values;
  private final Questions questions;
  private final Set<String> used = new HashSet<>();
  private final Map<String, Optional<String>> asked = new HashMap<>();

  /**
   * @param parameters of the template, and pseudo parameters such as {@code AWS::Region}
   * @param values of places of the template, of resources, and of their attributes, such as {@code
   *     Role.Arn}
   */
  public Answers(Map<String, String> parameters, Map<String, String> values, Questions questions) {
    this.parameters = Map.copyOf(parameters);
    this.values = Map.copyOf(values);
    this.questions = requireNonNull(questions, "questions");
  }

  Map<String, String> parameters() {
    return parameters;
  }

  /** A parameter's value, if it was given. */
  Optional<String> given(String parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /** The value of a place or resource, if it was given. */
  Optional<String> value(String key) {
    Optional<String> value = Optional.ofNullable(values.get(key));
    value.ifPresent(found -> used.add(key));
    return value;
  }

  /** The values nothing asked for. */
  List<String> unused() {
    return values.keySet().stream().filter(key -> !used.contains(key)).sorted().toList();
  }

  /** A parameter's value: given, or asked for. */
  String parameter(String name, String description) {
    return given(name)
        .or(() -> ask(name, description))
        .orElseThrow(
            () ->
                new Unresolved(
                    "needs the parameter "
                        + name
                        + (description.isEmpty() ? "" : " (" + description + ")")
                        + ", which has no default. Add --parameter "
                        + name
                        + "=…"));
  }

  /** The value of a resource, attribute or place: given, or asked for. */
  String value(String key, String what) {
    return value(key)
        .or(() -> ask(key, what))
        .orElseThrow(() -> new Unresolved(what + ". Add --set '" + key + "=…'"));
  }

  private Optional<String> ask(String name, String description) {
    return asked.computeIfAbsent(name, key -> questions.ask(key, description));
  }
}
