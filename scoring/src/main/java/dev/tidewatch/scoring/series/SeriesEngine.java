package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The arithmetic of scoring, shared by all series of the same settings; the numbers of a series
 * stand in a stretch of a float array that is handed in. Not for use by several threads at once.
 */
public final class SeriesEngine {
  private static final double CLIP = 4;
  private static final double LEAST_SCATTER = 1e-3;
  private static final double BAND = 3;
  private static final int PROBATION_VALUES = 30;

  private final Calendar calendar;
  private final int interval;
  private final int size;
  private final int seen;
  private final int reach;
  private final Mixture mixture;
  private final Scatter scatter;
  private final Tail tail;
  private final Level magnitude;
  private final double probation;
  private final Watches watches;
  private final int surprise;
  private final double roughRate;

  public SeriesEngine(SeriesSettings settings) {
    interval = (int) settings.interval().toSeconds();
    calendar = new Calendar(interval, settings.zone());
    Layout layout = new Layout();
    seen = layout.reserve(1);
    reach = layout.reserve(1);
    surprise = layout.reserve(1);
    roughRate = 1 / Math.max(100, 28.0 * calendar.valuesPerSeason());
    DaySeason day = new DaySeason(layout, calendar, Tuning.DAY_RATE);
    ShiftedWeek week = new ShiftedWeek(layout, calendar, Tuning.WEEK_RATE, Tuning.WEEK_OFFSET);
    mixture =
        new Mixture(
            layout,
            List.of(
                new Level(layout, 0.5),
                new Level(layout, 0.2),
                new Level(layout, 0.03),
                new ShiftedDay(layout, day.profile(), Tuning.DAY_OFFSET),
                day,
                week,
                new Yesterday(layout, calendar, Tuning.YESTERDAY_OFFSET)),
            Tuning.ERROR_RATE);
    magnitude = new Level(layout, 0.01);
    scatter = new Scatter(layout, calendar, Tuning.SCATTER_RATE, Tuning.WHOLE_RATE);
    tail = new Tail(layout, settings.interval(), Duration.ofDays(28));
    watches = new Watches(layout, calendar, interval, day, week);
    size = layout.size();
    probation = Math.max(PROBATION_VALUES, calendar.valuesPerSeason() / 2.0);
  }

  /** Floats a series. */
  public int size() {
    return size;
  }

  /** Makes the stretch from here on that of a series without a past. */
  public void begin(float[] memory, int series) {
    Arrays.fill(memory, series, series + size, Float.NaN);
    memory[series + seen] = 0;
    memory[series + reach] = 20;
    tail.begin(memory, series);
    watches.begin(memory, series);
  }

  /** Takes in a value, NaN for none. */
  public PointScore score(float[] memory, int series, long epochSecond, double value) {
    calendar.moveTo(epochSecond);
    double known = memory[series + seen];
    double wide = scatter.whole(memory, series);
    double expected =
        mixture.predict(memory, series, calendar, Double.isNaN(wide) || wide == 0 ? 1 : wide);
    if (Double.isNaN(value)) {
      return answer(value, expected, 0, 0, Trouble.OUTLIER);
    }
    if (Double.isNaN(expected)) {
      learn(memory, series, value, value, 0, known);
      return answer(value, expected, 0, 0, Trouble.OUTLIER);
    }
    double spread = spread(memory, series, expected);
    double size = Math.abs(value - expected) / spread;
    double most = Tuning.CAP > 0 ? Tuning.CAP * (known + 1) : 1e300;
    double period = interval * Math.min(most, 1 / tail.probability(memory, series, size));
    double score = known < probation ? 0 : Math.max(0, StrictMath.log10(period));
    score = watches.score(memory, series, value, value - expected, spread, known, score);
    Trouble trouble = watches.trouble();
    double rough = memory[series + surprise];
    double error = Math.abs(value - expected);
    memory[series + surprise] =
        (float)
            (Double.isNaN(rough)
                ? error
                : rough + Math.max(roughRate, 1 / (known + 1)) * (error - rough));
    double credible = clip(value, expected, memory[series + reach] * spread);
    learn(memory, series, credible, expected, spread, known);
    tail.learn(memory, series, size);
    if (((int) known & 63) == 63) {
      tail.forget(memory, series, 64);
      memory[series + reach] =
          (float) Math.max(CLIP, Tuning.REACH * tail.hundredth(memory, series));
    }
    return answer(value, expected, spread, score, trouble);
  }

  private double spread(float[] memory, int series, double expected) {
    double usual = scatter.now(memory, series, calendar);
    double level = magnitude.predict(memory, series, calendar);
    double floor = LEAST_SCATTER * (Double.isNaN(level) ? Math.abs(expected) : level) + 1e-9;
    double rough = memory[series + surprise];
    floor = Math.max(floor, Tuning.ROUGH * (Double.isNaN(rough) ? 0 : rough));
    double known = memory[series + seen];
    double young = 1 + Tuning.YOUNG * calendar.valuesPerSeason() / (known + 1);
    return young * Math.max(Double.isNaN(usual) ? floor : usual, floor);
  }

  private void learn(
      float[] memory, int series, double value, double expected, double spread, double known) {
    double error = Math.abs(value - expected);
    mixture.learn(memory, series, calendar, value, known, Math.max(spread, error));
    magnitude.learn(memory, series, calendar, Math.abs(value), known);
    if (spread > 0) {
      scatter.learn(memory, series, calendar, error, known);
    }
    memory[series + seen] = (float) (known + 1);
  }

  private static double clip(double value, double middle, double reach) {
    return Math.max(middle - reach, Math.min(middle + reach, value));
  }

  private static PointScore answer(
      double value, double expected, double spread, double score, Trouble trouble) {
    return new PointScore(
        value,
        expected,
        expected - BAND * spread,
        expected + BAND * spread,
        score,
        Severity.of(score),
        value >= expected ? Direction.ABOVE : Direction.BELOW,
        trouble);
  }
}
