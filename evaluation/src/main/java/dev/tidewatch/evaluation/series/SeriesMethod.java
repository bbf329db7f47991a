package dev.tidewatch.evaluation.series;

import dev.tidewatch.scoring.series.SeriesSettings;

/** A way to find anomalies in single time series: the same settings for all of them. */
public interface SeriesMethod {
  /** What it is called in files and tables. */
  String name();

  /** A detector that knows nothing yet. */
  SeriesDetector detector(SeriesSettings settings);
}
