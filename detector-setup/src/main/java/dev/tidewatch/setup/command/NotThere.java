package dev.tidewatch.setup.command;

/** What a command is about is not there. Has no stack trace: it is a user's matter. */
final class NotThere extends RuntimeException {
  NotThere(String message) {
    super(message, null, false, false);
  }
}
