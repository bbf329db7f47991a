package dev.tidewatch.setup.command;

/** Somebody asks AWS for a service it ended. Has no stack trace: it is a user's matter. */
final class ServiceEnded extends RuntimeException {
  ServiceEnded() {
    super(
        "AWS ended Lookout for Metrics on 2025-10-09, and no other endpoint is set. Start the"
            + " detector server (bin/detector serve) and set AWS_ENDPOINT_URL_LOOKOUTMETRICS to"
            + " where it listens, or use --target cloudwatch",
        null,
        false,
        false);
  }
}
