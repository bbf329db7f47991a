package dev.tidewatch.setup.plan;

/**
 * Something of somebody else is where ours should be. Has no stack trace: it is a user's matter.
 */
public final class Conflict extends RuntimeException {
  Conflict(String kind, String name) {
    super(
        kind
            + " '"
            + name
            + "' exists already and was not made by this file. Give yours another name, or take it"
            + " over with --adopt",
        null,
        false,
        false);
  }
}
