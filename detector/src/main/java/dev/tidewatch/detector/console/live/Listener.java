package dev.tidewatch.detector.console.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** An open page. */
final class Listener {
  private final OutputStream stream;
  private final BooleanSupplier signedIn;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /**
   * @param signedIn whether whoever listens still may
   */
  Listener(OutputStream stream, BooleanSupplier signedIn) {
    this.stream = requireNonNull(stream, "stream");
    this.signedIn = requireNonNull(signedIn, "signedIn");
  }

  boolean mayListen() {
    try {
      return signedIn.getAsBoolean();
    } catch (RuntimeException gone) { // a request that has ended answers nothing any more
      return false;
    }
  }

  /** Sends some bytes; false when nobody is there any more. */
  synchronized boolean send(byte[] bytes) {
    if (end.isDone()) {
      return false;
    }
    try {
      stream.write(bytes);
      stream.flush();
      return true;
    } catch (IOException | RuntimeException gone) {
      return false;
    }
  }

  void end() {
    end.complete(null);
  }

  CompletableFuture<Void> ended() {
    return end;
  }
}
