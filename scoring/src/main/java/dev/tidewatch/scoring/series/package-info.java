/**
 * Scores the values of one time series. Start at {@link dev.tidewatch.scoring.series.SeriesScorer}.
 */
package dev.tidewatch.scoring.series;
