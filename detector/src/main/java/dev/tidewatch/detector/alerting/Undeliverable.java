package dev.tidewatch.detector.alerting;

/** A message that was not taken, or of which nobody knows whether it was. */
public final class Undeliverable extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean permanent;

  private Undeliverable(String message, boolean permanent, Throwable cause) {
    super(message, cause);
    this.permanent = permanent;
  }

  /** Another attempt may succeed. */
  public static Undeliverable forNow(String message, Throwable cause) {
    return new Undeliverable(message, false, cause);
  }

  /** Another attempt would fail as well, until somebody changes something. */
  public static Undeliverable forGood(String message, Throwable cause) {
    return new Undeliverable(message, true, cause);
  }

  public boolean permanent() {
    return permanent;
  }
}
