package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/**
 * The detector that is told of.
 *
 * @param zone of its dataset
 */
public record DetectorLabel(String name, String arn, ZoneId zone) {
  public DetectorLabel {
    requireNonNull(name, "name");
    requireNonNull(arn, "arn");
    requireNonNull(zone, "zone");
  }
}
