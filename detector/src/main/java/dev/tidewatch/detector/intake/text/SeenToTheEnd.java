package dev.tidewatch.detector.intake.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A stream that knows whether there is more. {@code GZIPInputStream} takes a file to be over after
 * a member when nothing is available, which streams of the network say between any two packets:
 * what follows would be lost without a word.
 */
final class SeenToTheEnd extends PushbackInputStream {
  SeenToTheEnd(InputStream stream) {
    super(stream, 2);
  }

  /** Waits for the next byte. */
  @Override
  public int available() throws IOException {
    int next = read();
    if (next < 0) {
      return 0;
    }
    unread(next);
    return Math.max(1, super.available());
  }
}
