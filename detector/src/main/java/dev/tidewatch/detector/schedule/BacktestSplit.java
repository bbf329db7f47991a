package dev.tidewatch.detector.schedule;

import java.util.Optional;

/**
 * Which part of a backtest's intervals is learnt from and which is scored (contract section 4.4):
 * the oldest 70 % and the rest, of which at most 900.
 *
 * @param learnt how many of the oldest intervals are learnt from only
 * @param scored how many follow
 */
public record BacktestSplit(int learnt, int scored) {
  /** Of fewer intervals nothing can be said. */
  public static final int FEWEST = 285;

  private static final int MOST_SCORED = 900;

  /** The split of so many intervals; none when they are too few. */
  public static Optional<BacktestSplit> of(int intervals) {
    if (intervals < FEWEST) {
      return Optional.empty();
    }
    int scored = Math.min(MOST_SCORED, intervals * 3 / 10);
    return Optional.of(new BacktestSplit(intervals - scored, scored));
  }
}
