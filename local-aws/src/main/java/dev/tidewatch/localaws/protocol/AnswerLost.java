package dev.tidewatch.localaws.protocol;

/** The work is done, but nobody is to hear of it: the server closes the connection. */
final class AnswerLost extends RuntimeException {
  AnswerLost(Call call) {
    super(call.permission() + " is done and not answered, as was wished");
  }
}
