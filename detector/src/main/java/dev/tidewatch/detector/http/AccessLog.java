package dev.tidewatch.detector.http;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request; never what a client wrote, but for the id of a key that was let in.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private AccessLog() {}

  static void write(String operation, ApiAnswer answer, Duration elapsed, String keyId) {
    LOG.info(
        "operation={} status={} ms={} request={} key={}",
        operation,
        answer.status(),
        elapsed.toMillis(),
        answer.requestId(),
        keyId);
  }

  /** Of a request that came to no operation. */
  static void writeRefused(int status, String requestId) {
    LOG.info("operation=- status={} request={}", status, requestId);
  }
}
