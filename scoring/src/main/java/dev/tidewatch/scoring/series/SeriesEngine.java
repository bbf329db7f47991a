package dev.tidewatch.scoring.series;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The arithmetic of scoring, shared by all series of the same settings; the numbers of a series
 * stand in a stretch of a float array that is handed in. Not for use by several threads at once.
 */
public final class SeriesEngine {
  /** Weights of the newest day and week in the seasons. */
  private static final double DAY_RATE = 0.15;

  private static final double WEEK_RATE = 0.3;

  /** How fast seasons follow the level. */
  private static final double DAY_OFFSET = 0.05;

  private static final double WEEK_OFFSET = 0.1;
  private static final double YESTERDAY_OFFSET = 0.1;

  /** Predictors are judged by the last fifty values or so. */
  private static final double ERROR_RATE = 0.02;

  /**
   * How many mean errors from the expected a value may lie to be learnt as it is, others are learnt
   * as if they lay there: an outage must not be the new normal within the hour. More where one
   * value in a hundred lies farther.
   */
  private static final double CLIP = 4;

  private static final double CLIP_AT_FIRST = 20;

  /** The least scatter worth telling: a thousandth of the level. */
  private static final double LEAST_SCATTER = 1e-3;

  /** The scatter is no less than that part of the plain mean error, see {@link Surprise}. */
  private static final double LEAST_SURPRISE = 0.1;

  /** Half the width of the band, in mean errors: holds 98 of 100 Gaussian values. */
  private static final double BAND = 3;

  /** No severity before so many values, and half a season, are known. */
  private static final int PROBATION_VALUES = 30;

  /** Errors of the first days (of daily values: weeks) are of ignorance; the tail is not told. */
  private static final int IGNORANT_SEASONS = 4;

  /** Larger ones are taken for that, so that no float bursts. */
  private static final double LARGEST_VALUE = 1e30;

  /** Scatter and tail remember four weeks: long enough for a tail, short enough to follow. */
  private static final Duration MEMORY = Duration.ofDays(28);

  /** Tails forget once in so many values. */
  private static final int UPKEEP = 64;

  private final SeriesSettings settings;
  private final Calendar calendar;
  private final int interval;
  private final int size;
  private final int reach;
  private final Progress progress;
  private final Mixture mixture;
  private final Scatter scatter;
  private final Surprise surprise;
  private final Movement movement;
  private final Tail tail;
  private final Level magnitude;
  private final Watches watches;
  private final Timing timing;
  private final double probation;

  public SeriesEngine(SeriesSettings settings) {
    this.settings = settings;
    interval = (int) settings.interval().toSeconds();
    calendar = new Calendar(interval, settings.zone());
    Layout layout = new Layout();
    progress = new Progress(layout, interval, calendar.valuesPerSeason());
    reach = layout.reserve(1);
    DaySeason day = new DaySeason(layout, calendar, DAY_RATE);
    ShiftedWeek week = new ShiftedWeek(layout, calendar, WEEK_RATE, WEEK_OFFSET);
    mixture =
        new Mixture(
            layout,
            List.of(
                new Level(layout, 0.5),
                new Level(layout, 0.2),
                new Level(layout, 0.03),
                new ShiftedDay(layout, day.profile(), DAY_OFFSET),
                day,
                week,
                new Yesterday(layout, calendar, YESTERDAY_OFFSET)),
            ERROR_RATE);
    magnitude = new Level(layout, 0.01);
    scatter = new Scatter(layout, calendar, MEMORY);
    surprise = new Surprise(layout, 1 / Math.max(100.0, values(MEMORY)));
    movement = new Movement(layout, 1 / values(MEMORY));
    tail = new Tail(layout, settings.interval(), MEMORY);
    watches = new Watches(layout, calendar, interval, day, week);
    timing = new Timing(layout, calendar, settings.interval(), day.profile());
    size = layout.size();
    probation = Math.max(PROBATION_VALUES, calendar.valuesPerSeason() / 2.0);
  }

  private double values(Duration time) {
    return (double) time.toSeconds() / interval;
  }

  /** Floats a series. */
  public int size() {
    return size;
  }

  /** Makes the stretch from here on that of a series without a past. */
  public void begin(float[] memory, int series) {
    Arrays.fill(memory, series, series + size, Float.NaN);
    memory[series + reach] = (float) CLIP_AT_FIRST;
    progress.begin(memory, series);
    surprise.begin(memory, series);
    movement.begin(memory, series);
    tail.begin(memory, series);
    watches.begin(memory, series);
    timing.begin(memory, series);
  }

  /**
   * Takes in a value, NaN for none. Answers as {@link SeriesScorer#score} does.
   *
   * @param series where the stretch of the series begins
   */
  public PointScore score(float[] memory, int series, long epochSecond, double value) {
    if (!progress.isAfterLast(memory, series, epochSecond)) {
      return answer(value, Double.NaN, 0, 0);
    }
    makeUpFor(memory, series, epochSecond);
    progress.moveTo(memory, series, epochSecond);
    return take(memory, series, epochSecond, credit(memory, series, value));
  }

  /** Intervals left out before this one count as missing; more than the memory holds do not. */
  private void makeUpFor(float[] memory, int series, long epochSecond) {
    long leftOut = progress.leftOut(memory, series, epochSecond);
    if (settings.missing() == MissingRule.UNKNOWN) {
      progress.missed(memory, series, (double) leftOut);
      return;
    }
    for (long i = Math.min(leftOut, (long) values(MEMORY)); i > 0; i--) {
      double value = credit(memory, series, Double.NaN);
      take(memory, series, epochSecond - i * interval, value);
    }
  }

  /** The value that counts: what a missing one stands for, and none so large that floats burst. */
  private double credit(float[] memory, int series, double value) {
    if (!Double.isNaN(value)) {
      return clip(value, 0, LARGEST_VALUE);
    }
    return switch (settings.missing()) {
      case UNKNOWN -> Double.NaN;
      case ZERO -> 0;
      case CARRY -> progress.lastValue(memory, series);
    };
  }

  private PointScore take(float[] memory, int series, long epochSecond, double value) {
    calendar.moveTo(epochSecond);
    double known = progress.seen(memory, series);
    double wide = scatter.whole(memory, series);
    double expected = mixture.predict(memory, series, calendar, wide > 0 ? wide : 1);
    double spread = Double.isNaN(expected) ? 0 : spread(memory, series);
    if (Double.isNaN(value)) {
      progress.missed(memory, series, 1);
      return answer(value, expected, bandScatter(spread, known), 0);
    }
    if (Double.isNaN(expected)) {
      learn(memory, series, value, value, 0, 0, known);
      progress.saw(memory, series, value);
      return answer(value, expected, 0, 0);
    }
    return judge(memory, series, value, expected, spread, known);
  }

  private PointScore judge(
      float[] memory, int series, double value, double expected, double spread, double known) {
    double error = Math.abs(value - expected);
    double untimely = timing.reach(memory, series, calendar, value, expected, spread);
    double wide = spread + untimely;
    double size = error == 0 ? 0 : error / wide;
    double outlier = known < probation ? 0 : score(memory, series, size, known);
    double score = watches.score(memory, series, value, size, wide, known, outlier);
    Trouble trouble = watches.trouble();
    surprise.learn(memory, series, error, known);
    double step = Math.abs(value - progress.lastValue(memory, series));
    movement.learn(memory, series, step, surprise.mean(memory, series), known);
    double credible = clip(value, expected, memory[series + reach] * wide);
    timing.learn(memory, series, calendar, value, expected, spread);
    learn(memory, series, credible, expected, spread, wide, known);
    if (known >= IGNORANT_SEASONS * calendar.valuesPerSeason()) {
      tail.learn(memory, series, size);
    }
    progress.saw(memory, series, value);
    if (((int) known & (UPKEEP - 1)) == UPKEEP - 1) {
      tail.forget(memory, series, UPKEEP);
      tail.measureIn(memory, series, scatter.whole(memory, series));
      memory[series + reach] = (float) Math.max(CLIP, tail.hundredth(memory, series));
    }
    return answer(value, expected, bandScatter(wide, known), score, trouble);
  }

  /** log10 of the return period in seconds. */
  private double score(float[] memory, int series, double size, double known) {
    double lively = movement.liveliness(memory, series);
    double probability =
        Math.max(
            tail.probability(memory, series, size, lively),
            movement.leastProbability(memory, series, known));
    return Math.max(0, StrictMath.log10(interval / probability));
  }

  private double spread(float[] memory, int series) {
    double usual = scatter.now(memory, series, calendar);
    double level = magnitude.predict(memory, series, calendar);
    double floor = Math.max(LEAST_SCATTER * level, LEAST_SURPRISE * surprise.mean(memory, series));
    double blindness = progress.uncertainty(memory, series, 0.5 * calendar.valuesPerSeason());
    return blindness * (Double.isNaN(usual) ? floor : Math.max(usual, floor));
  }

  /**
   * Before the first season has passed, the band is wider: nobody knows yet what the day brings.
   */
  private double bandScatter(double spread, double known) {
    return spread * Math.sqrt(1 + calendar.valuesPerSeason() / (known + 1));
  }

  private void learn(
      float[] memory,
      int series,
      double value,
      double expected,
      double spread,
      double wide,
      double known) {
    double error = Math.abs(value - expected);
    mixture.learn(memory, series, calendar, value, known, Math.max(spread, error));
    magnitude.learn(memory, series, calendar, Math.abs(value), known);
    if (spread > 0) {
      scatter.learn(memory, series, calendar, error * spread / wide, known);
    }
  }

  private static double clip(double value, double middle, double reach) {
    return Math.max(middle - reach, Math.min(middle + reach, value));
  }

  private PointScore answer(double value, double expected, double spread, double score) {
    return answer(value, expected, spread, score, Trouble.OUTLIER);
  }

  private PointScore answer(
      double value, double expected, double spread, double score, Trouble trouble) {
    return new PointScore(
        value,
        expected,
        expected - BAND * spread,
        expected + BAND * spread,
        score,
        Severity.of(score, settings.watched()),
        value >= expected ? Direction.ABOVE : Direction.BELOW,
        trouble);
  }
}
