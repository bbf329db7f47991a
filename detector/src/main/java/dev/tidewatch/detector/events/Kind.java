package dev.tidewatch.detector.events;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sort of event it is. */
public enum Kind {
  DEPLOY,
  CAMPAIGN,
  HOLIDAY,
  INCIDENT,
  NOTE;

  /** As people write it and pages show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that label; empty where there is none. */
  public static Optional<Kind> find(String label) {
    return Stream.of(values()).filter(kind -> kind.label().equalsIgnoreCase(label)).findFirst();
  }

  /**
   * The kind of that label.
   *
   * @throws EventRefused when there is none
   */
  public static Kind of(String label) {
    return find(label)
        .orElseThrow(
            () ->
                new EventRefused(
                    "'%s' is no kind of event; use %s"
                        .formatted(
                            label,
                            Stream.of(values())
                                .map(Kind::label)
                                .collect(Collectors.joining(", ")))));
  }
}
