package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A detector that came from elsewhere.
 *
 * @param blueprint all of it
 * @param said what people should know: what was left out and why, and what was assumed
 */
public record Imported(Blueprint blueprint, List<String> said) {
  public Imported {
    requireNonNull(blueprint, "blueprint");
    said = List.copyOf(said);
  }
}
