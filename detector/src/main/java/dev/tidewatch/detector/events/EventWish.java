package dev.tidewatch.detector.events;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.cube.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants to note.
 *
 * @param title one line, without blanks around it
 * @param detector the name of the one it concerns; empty: all
 * @param scope the part it concerns; empty: everything
 */
public record EventWish(EventTime time, Kind kind, String title, String detector, Scope scope) {
  public static final int LONGEST_TITLE = 120;

  private static final int MOST_VALUES = 5;
  private static final int LONGEST_VALUE = 200;

  public EventWish {
    requireNonNull(time, "time");
    requireNonNull(kind, "kind");
    requireNonNull(scope, "scope");
    title = title.strip();
    detector = detector.strip();
    if (title.isEmpty()) {
      throw new EventRefused("an event has a title, such as 'shop-api 4.12'");
    }
    if (title.length() > LONGEST_TITLE) {
      throw new EventRefused(
          "a title has %d characters at most, not %d".formatted(LONGEST_TITLE, title.length()));
    }
    if (title.chars().anyMatch(Character::isISOControl)) {
      throw new EventRefused("a title is one line without control characters");
    }
    if (scope.values().size() > MOST_VALUES) {
      throw new EventRefused(
          "an event concerns %d dimension values at most".formatted(MOST_VALUES));
    }
  }

  /**
   * The part of data that texts name.
   *
   * @param parts each {@code dimension:value}; empty ones say nothing
   * @throws EventRefused when one is not, or a dimension has two values
   */
  public static Scope scope(List<String> parts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : parts) {
      if (part.isBlank()) {
        continue;
      }
      int colon = part.indexOf(':');
      if (colon < 1 || part.length() > LONGEST_VALUE) {
        throw new EventRefused(
            "'%s' is no dimension:value, such as marketplace:uk".formatted(shown(part)));
      }
      String name = part.substring(0, colon).strip();
      if (values.put(name, part.substring(colon + 1).strip()) != null) {
        throw new EventRefused(
            "an event has one value of '%s'; make two of it".formatted(shown(name)));
      }
    }
    return new Scope(values);
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
