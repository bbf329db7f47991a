package dev.tidewatch.scoring.feedback;

import static java.util.Objects.requireNonNull;

/**
 * What an analyst said of one time series of an anomaly group.
 *
 * @param judged of which
 * @param anomaly what it looked like
 * @param relevant whether it was worth telling
 */
public record Opinion(JudgedSeries judged, SeriesAnomaly anomaly, boolean relevant) {
  public Opinion {
    requireNonNull(judged, "judged");
    requireNonNull(anomaly, "anomaly");
  }
}
