package dev.tidewatch.detector.console.web;

/** What a visitor looks for is not there. */
public final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence what is missing, and where to look instead
   */
  public Missing(String sentence) {
    super(sentence);
  }

  /** There is no such detector. */
  public static Missing detector(String name) {
    return new Missing("There is no detector “" + name + "”.");
  }
}
