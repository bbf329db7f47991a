package dev.tidewatch.setup.plan;

/**
 * Something of somebody else is where ours should be. Has no stack trace: it is a user's matter.
 */
public final class Conflict extends RuntimeException {
  Conflict(String kind, String name) {
    this(
        kind
            + " '"
            + name
            + "' exists already and was not made by this file. Give yours another name, or take it"
            + " over with --adopt");
  }

  /**
   * One that cannot be taken over.
   *
   * @param message what is in the way of what, and what to do
   */
  public Conflict(String message) {
    super(message, null, false, false);
  }
}
