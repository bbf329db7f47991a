package dev.tidewatch.scoring.feedback;

import static java.util.Objects.requireNonNull;

/**
 * A time series of an anomaly group, of which an analyst may have an opinion.
 *
 * @param group the anomaly group's id
 * @param series the time series' id
 */
public record JudgedSeries(String group, String series) implements Comparable<JudgedSeries> {
  public JudgedSeries {
    requireNonNull(group, "group");
    requireNonNull(series, "series");
  }

  @Override
  public int compareTo(JudgedSeries other) {
    int byGroup = group.compareTo(other.group);
    return byGroup == 0 ? series.compareTo(other.series) : byGroup;
  }
}
