package dev.tidewatch.setup.cloudformation;

import java.util.Optional;

/** Asks whoever started the import for what the template does not tell. */
public interface Questions {
  /** Nobody is there to be asked. */
  Questions NOBODY = (name, description) -> Optional.empty();

  /**
   * Asks for a value.
   *
   * @param name of a parameter, or of what a value depends on
   * @param description what people should know of it; may be empty
   * @return the answer; empty when there is none
   */
  Optional<String> ask(String name, String description);
}
