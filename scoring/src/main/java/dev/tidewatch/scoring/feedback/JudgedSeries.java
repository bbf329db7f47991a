package dev.tidewatch.scoring.feedback;

import static java.util.Objects.requireNonNull;

/**
 * A time series of an anomaly group, or all of the group, of which an analyst may have an opinion.
 *
 * @param group the anomaly group's id
 * @param series the time series' id; empty: all of the group
 */
public record JudgedSeries(String group, String series) implements Comparable<JudgedSeries> {
  public JudgedSeries {
    requireNonNull(group, "group");
    requireNonNull(series, "series");
  }

  /** All of a group. */
  public static JudgedSeries whole(String group) {
    return new JudgedSeries(group, "");
  }

  @Override
  public int compareTo(JudgedSeries other) {
    int byGroup = group.compareTo(other.group);
    return byGroup == 0 ? series.compareTo(other.series) : byGroup;
  }
}
