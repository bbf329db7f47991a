package dev.tidewatch.detector.http;

import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;

/** What one client may cost: bytes of head and body, and no thread while it sends. */
final class Limits {
  static final int BODY_BYTES = 1024 * 1024;
  private static final int HEAD_BYTES = 16 * 1024;
  // A body sent in crumbs keeps a buffer for each of them, so each is counted as a kilobyte at
  // least.
  private static final int CRUMB_BYTES = 1024;

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

  /**
   * Waits for the whole body before a thread takes the request; beyond the limit it waits no more.
   */
  static Handler.Wrapper bodiesFirst() {
    return new EagerContentHandler(
        new RetainedContentLoaderFactory(BODY_BYTES + BODY_BYTES / 4, CRUMB_BYTES, false));
  }
}
