package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Instant;

/** Follows the median and the scatter of one series by hour of the day over fourteen days. */
final class SeasonalMedian {
  private static final int TURNS = 14;
  private static final int FEWEST_TURNS = 3;

  private final Season season;
  private final SlotHistory[] history;
  private int slot = -1;
  private MedianBand band = MedianBand.UNKNOWN;

  SeasonalMedian(SeriesSettings settings) {
    season = Season.byHour(settings);
    history = new SlotHistory[season.slots()];
    for (int i = 0; i < history.length; i++) {
      history[i] = new SlotHistory(TURNS);
    }
  }

  /** The band the days before give for this value, which is learnt then unless it is NaN. */
  MedianBand next(Instant start, double value) {
    int current = season.slotOf(start);
    long turn = season.turnOf(start);
    if (current != slot || history[current].isNewTurn(turn)) {
      slot = current;
      band = history[current].band(FEWEST_TURNS);
    }
    if (!Double.isNaN(value)) {
      history[current].add(turn, value);
    }
    return band;
  }
}
