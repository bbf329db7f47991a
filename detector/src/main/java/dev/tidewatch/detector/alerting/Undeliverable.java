package dev.tidewatch.detector.alerting;

import org.jspecify.annotations.Nullable;

/** A message that was not taken, or of which nobody knows whether it was. */
public final class Undeliverable extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean permanent;

  private Undeliverable(String message, boolean permanent, @Nullable Throwable cause) {
    super(message, cause);
    this.permanent = permanent;
  }

  /** Another attempt may succeed. */
  public static Undeliverable forNow(String message, Throwable cause) {
    return new Undeliverable(message, false, cause);
  }

  /** The same where nothing but the answer tells of it. */
  public static Undeliverable forNow(String message) {
    return new Undeliverable(message, false, null);
  }

  /** Another attempt would fail as well, until somebody changes something. */
  public static Undeliverable forGood(String message, Throwable cause) {
    return new Undeliverable(message, true, cause);
  }

  public boolean permanent() {
    return permanent;
  }
}
