package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** How something is, or how much of it there is. */
public record Fact(String name, String value) {
  public Fact {
    requireNonNull(name, "name");
    requireNonNull(value, "value");
  }

  static Fact count(String name, long count) {
    return new Fact(name, String.format(Locale.ROOT, "%,d", count));
  }
}
