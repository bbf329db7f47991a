package dev.tidewatch.detector.catalog;

/**
 * Why something is not done.
 *
 * @param kind which of the API's errors says so
 * @param message what stands in the way and what would help
 */
public record Refusal(Kind kind, String message) {
  /** The API's error: which one is allowed depends on the operation (contract A.5). */
  public enum Kind {
    CONFLICT,
    VALIDATION
  }

  static Refusal conflict(String message) {
    return new Refusal(Kind.CONFLICT, message);
  }

  static Refusal validation(String message) {
    return new Refusal(Kind.VALIDATION, message);
  }
}
