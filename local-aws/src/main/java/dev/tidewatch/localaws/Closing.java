package dev.tidewatch.localaws;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes many things, the last opened first, even when one of them fails. */
final class Closing {
  private Closing() {}

  static void all(Deque<Closeable> opened) {
    RuntimeException failed = null;
    while (!opened.isEmpty()) {
      failed = close(opened.pop(), failed);
    }
    if (failed != null) {
      throw failed;
    }
  }

  private static @Nullable RuntimeException close(
      Closeable one, @Nullable RuntimeException earlier) {
    try {
      one.close();
      return earlier;
    } catch (IOException problem) {
      return joined(new UncheckedIOException(problem), earlier);
    } catch (RuntimeException problem) {
      return joined(problem, earlier);
    }
  }

  private static RuntimeException joined(
      RuntimeException problem, @Nullable RuntimeException earlier) {
    if (earlier == null) {
      return problem;
    }
    earlier.addSuppressed(problem);
    return earlier;
  }
}
