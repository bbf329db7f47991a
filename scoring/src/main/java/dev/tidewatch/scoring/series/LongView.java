package dev.tidewatch.scoring.series;

import java.util.List;

/**
 * What a day ago one would have said for now: the season as it always was, or where there is none
 * the level of the last days. The engine's expectation follows the last values within minutes, so
 * that a season that stays away or a level that creeps leaves it unmoved; the long view does not.
 */
final class LongView {
  private final Mixture mixture;

  LongView(Layout layout, Calendar calendar, DaySeason day, ShiftedWeek week) {
    double daily = 1.0 / calendar.valuesPerSeason();
    mixture =
        new Mixture(
            layout,
            List.of(new Level(layout, daily), new Shape(day::predict), new Shape(week::shape)),
            daily);
  }

  double expected(float[] memory, int series, Calendar now, double smallest) {
    return mixture.predict(memory, series, now, smallest);
  }

  void learn(float[] memory, int series, Calendar now, double value, double seen, double typical) {
    mixture.learn(memory, series, now, value, seen, typical);
  }

  private interface Known {
    double at(float[] memory, int series, Calendar now);
  }

  /** A season that another predictor teaches. */
  private record Shape(Known known) implements Predictor {
    @Override
    public double predict(float[] memory, int series, Calendar now) {
      return known.at(memory, series, now);
    }

    @Override
    public void learn(float[] memory, int series, Calendar now, double value, double seen) {}
  }
}
