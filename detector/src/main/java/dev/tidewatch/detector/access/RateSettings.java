package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

/** The rates of one access key: of everything, of what changes something, of what only reads. */
public record RateSettings(Rate overall, Rate changes, Rate reads) {
  public RateSettings {
    requireNonNull(overall, "overall");
    requireNonNull(changes, "changes");
    requireNonNull(reads, "reads");
  }

  /**
   * The quotas Lookout for Metrics had: 10 a second overall, 1 that changes, 2 that read. The
   * bursts let a usual sequence through in one go (create a detector, its metric set and an alert,
   * tag, activate; look at ten things); beyond that the clients' own retries wait long enough.
   */
  public static RateSettings standard() {
    return new RateSettings(new Rate(10, 20), new Rate(1, 5), new Rate(2, 10));
  }
}
