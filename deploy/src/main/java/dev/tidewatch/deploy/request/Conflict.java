package dev.tidewatch.deploy.request;

/** Something that is there already is in the way; the message says what, and what to do. */
public final class Conflict extends RuntimeException {
  public Conflict(String message) {
    super(message);
  }

  /**
   * The job runs, or is about to.
   *
   * @param what such as {@code the job shop}
   * @param command what ends it
   */
  public static Conflict running(String what, String state, String command) {
    return new Conflict(what + " is " + state + " already; end it first: " + command);
  }
}
