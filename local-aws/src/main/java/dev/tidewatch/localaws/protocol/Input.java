package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a request says. Numbers, times and truths may be texts, as the Query protocol has nothing
 * else. An empty text is no list, no object and no number.
 *
 * @param invalid the service's code for a request that breaks the rules
 */
public record Input(JsonNode json, String invalid) {
  public Input {
    requireNonNull(json, "json");
    requireNonNull(invalid, "invalid");
  }

  public Optional<String> text(String name) {
    JsonNode value = json.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** A text that must be there and not be empty. */
  public String required(String name) {
    return text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> refuse("The parameter " + name + " is required."));
  }

  public OptionalDouble number(String name) {
    Optional<String> text = text(name).filter(value -> !value.isEmpty());
    try {
      return text.isPresent()
          ? OptionalDouble.of(Double.parseDouble(text.get()))
          : OptionalDouble.empty();
    } catch (NumberFormatException broken) {
      throw refuse("The parameter " + name + " is to be a number, not '" + text.get() + "'.");
    }
  }

  /** A whole number within bounds. */
  public int whole(String name, int least, int most, int otherwise) {
    OptionalDouble number = number(name);
    double value = number.orElse(otherwise);
    if (number.isPresent() && (value < least || value > most || value != Math.rint(value))) {
      throw refuse(
          name + " is to be a whole number from " + least + " to " + most + ", not " + value + ".");
    }
    return (int) value;
  }

  public boolean flag(String name, boolean otherwise) {
    return text(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** A time: ISO 8601, or seconds since 1970. */
  public Optional<Instant> time(String name) {
    return text(name).filter(text -> !text.isEmpty()).map(text -> time(name, text));
  }

  public Optional<Input> object(String name) {
    return json.path(name).isObject() ? Optional.of(inner(json.path(name))) : Optional.empty();
  }

  public List<Input> list(String name) {
    List<Input> found = new ArrayList<>();
    if (json.path(name).isArray()) {
      json.path(name).forEach(one -> found.add(inner(one)));
    }
    return found;
  }

  public List<String> texts(String name) {
    return list(name).stream().map(one -> one.json().asText()).toList();
  }

  /** That a request breaks the rules. */
  public AwsException refuse(String why) {
    return new AwsException(400, invalid, why);
  }

  private Instant time(String name, String text) {
    try {
      return text.matches("[0-9.]+(E[0-9]+)?")
          ? Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException broken) {
      throw refuse("The parameter " + name + " is to be a time, not '" + text + "'.");
    }
  }

  private Input inner(JsonNode value) {
    return new Input(value, invalid);
  }
}
