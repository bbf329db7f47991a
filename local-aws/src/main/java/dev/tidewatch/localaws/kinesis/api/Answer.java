package dev.tidewatch.localaws.kinesis.api;

import java.io.IOException;

/** Writes the fields of one structure. */
@FunctionalInterface
interface Answer {
  /** What operations answer that have nothing to say: an empty structure. */
  Answer NOTHING = out -> {};

  void writeTo(AnswerWriter out) throws IOException;
}
