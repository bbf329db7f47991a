package dev.tidewatch.detector.http;

import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/** What one client may cost: bytes of head and body, and no thread while it sends. */
final class Limits {
  static final int BODY_BYTES = 1024 * 1024;
  static final int HEAD_BYTES = 16 * 1024;

  /** So much of the heap is for bodies on their way: a sixteenth. */
  private static final long HEAP_PARTS = 16;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Limits() {}

  static void set(HttpConfiguration http) {
    http.setRequestHeaderSize(HEAD_BYTES);
    // The signature is over the value as it was sent, not over a known value like it.
    http.setHeaderCacheCaseSensitive(true);
    http.setSendServerVersion(false);
    http.setUriCompliance(slashesInsideAnArn());
  }

  /** Datasets have slashes in their names, sent as %2F (contract, section 2.1). */
  private static UriCompliance slashesInsideAnArn() {
    return UriCompliance.DEFAULT.with(
        "ARNS",
        EnumSet.of(
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS)
            .toArray(UriCompliance.Violation[]::new));
  }

  static Handler.Wrapper wholeBodies() {
    return new WholeBodies(
        BODY_BYTES, new BodyRoom(Runtime.getRuntime().maxMemory() / HEAP_PARTS), PATIENCE);
  }
}
