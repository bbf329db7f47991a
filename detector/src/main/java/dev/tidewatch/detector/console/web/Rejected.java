package dev.tidewatch.detector.console.web;

import dev.tidewatch.detector.wire.ApiError;

/**
 * What a form asked for was refused. The page with the form is shown again, with what was entered
 * and what is wrong with it.
 */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ApiError reason;
  private final transient Page again;

  /**
   * @param again shows the form, by {@link Visit#showAgain}
   */
  public Rejected(ApiError reason, Page again) {
    super(reason);
    this.reason = reason;
    this.again = again;
  }

  ApiError reason() {
    return reason;
  }

  Page again() {
    return again;
  }
}
