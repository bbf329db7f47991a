package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.SeriesDetector;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.Verdict;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Instant;

/**
 * The distance from the median of the same hour of the last fourteen days, in units of that hour's
 * median absolute deviation; daily values use the day of the week and fourteen weeks.
 *
 * <p>The "same hour of the days before" rule of operations handbooks with Hampel's robust scale
 * ("The Influence Curve and Its Role in Robust Estimation", JASA 1974).
 */
public final class SeasonalMedianMethod implements SeriesMethod {
  static final int TURNS = 14;
  private static final int FEWEST_TURNS = 3;

  @Override
  public String name() {
    return "seasonal-median";
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    return new Detector(settings);
  }

  private static final class Detector implements SeriesDetector {
    private final Season season;
    private final SlotHistory[] history;
    private int slot = -1;
    private MedianBand band = MedianBand.UNKNOWN;

    Detector(SeriesSettings settings) {
      season = Season.byHour(settings);
      history = new SlotHistory[season.slots()];
      for (int i = 0; i < history.length; i++) {
        history[i] = new SlotHistory(TURNS);
      }
    }

    @Override
    public Verdict judge(Instant start, double value) {
      int current = season.slotOf(start);
      long turn = season.turnOf(start);
      if (current != slot || history[current].isNewTurn(turn)) {
        slot = current;
        band = history[current].band(FEWEST_TURNS);
      }
      if (Double.isNaN(value)) {
        return Verdict.NOTHING;
      }
      history[current].add(turn, value);
      return band.judge(value);
    }
  }
}
