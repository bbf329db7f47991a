package dev.tidewatch.consolecheck.browser;

/**
 * How somebody looks at the console.
 *
 * @param width of the window in CSS pixels
 * @param scripts whether their browser runs any
 */
public record Look(int width, int height, boolean dark, boolean scripts) {
  /** A laptop. */
  public static final Look WIDE = new Look(1280, 900, false, true);

  /** A telephone. */
  public static final Look NARROW = new Look(390, 844, false, true);

  public Look inTheDark() {
    return new Look(width, height, true, scripts);
  }

  public Look withoutScripts() {
    return new Look(width, height, dark, false);
  }

  /** As files and tables call it. */
  public String label() {
    return width + (dark ? "-dark" : "-light") + (scripts ? "" : "-plain");
  }
}
