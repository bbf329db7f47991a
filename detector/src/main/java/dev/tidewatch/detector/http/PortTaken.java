package dev.tidewatch.detector.http;

/** Another program listens on the port; the message says what to do. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortTaken(String host, int port, Throwable cause) {
    super(
        "something listens on %s:%d already: stop it, or choose another port (0: any free one)"
            .formatted(host, port),
        cause);
  }
}
