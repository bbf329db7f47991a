/**
 * Scores the values of one time series. Start at {@link dev.tidewatch.scoring.series.SeriesScorer}.
 *
 * <p>For every value, in {@link dev.tidewatch.scoring.series.SeriesEngine}:
 *
 * <ol>
 *   <li>Expect: levels, seasons of the day and of the week and yesterday, each weighted by how
 *       right it was lately ({@code Mixture}).
 *   <li>Measure: the error in mean errors of this hour of the day ({@code Scatter}), no less than a
 *       part of the plain mean error, for series that are silent for most of the time ({@code
 *       Surprise}), and more where intervals were left out ({@code Progress}).
 *   <li>Judge: how rarely this series shows such a size ({@code Tail}), as a return period on the
 *       clock, so that series of all intervals compare ({@link
 *       dev.tidewatch.scoring.series.Severity}).
 *   <li>Look in other ways too ({@code Watches}): at levels, scatter, values that stand still, the
 *       hour of the season, places where no value was before; each with its own tail and a share of
 *       the alerts.
 *   <li>Learn, from the value clipped to what is credible.
 * </ol>
 *
 * <p>The numbers of a series are a stretch of floats ({@code Layout}), some 1,020 at five minutes.
 */
package dev.tidewatch.scoring.series;
