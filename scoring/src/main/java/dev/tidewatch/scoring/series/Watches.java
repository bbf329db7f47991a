package dev.tidewatch.scoring.series;

import java.util.List;

/**
 * Looks at a series in more than one way. Every watch learns on the series itself how large its
 * statistic becomes. Who looks more often sees more by chance, so each watch has only a share of
 * the alerts that a severity promises (Bonferroni). The outlier pays nothing: on noise of many
 * kinds the watches together add less than a tenth of what is promised.
 */
final class Watches {
  /** A share of 20 % each: they overlap and err on the quiet side. */
  static final double PENALTY = StrictMath.log10(1 / 0.2);

  /** What is less rare than once a day is no trouble that lasts. */
  static final double LEAST_SCORE = StrictMath.log10(86_400);

  private static final double CLIP = 4;
  private static final double LEAST_UNIT = 0.1;

  /** Before, the long view is a guess: no watch speaks. */
  private static final double SEASONS_BEFORE = 2;

  private static final double DAYS = 3;
  private static final int SHIFT_SECONDS = 2 * 3600;
  private static final int DRIFT_SECONDS = 8 * 3600;
  private static final int SCATTER_SECONDS = 12 * 3600;
  private static final int PHASE_SECONDS = 3 * 3600;
  private static final double LEAST_VALUES = 4;

  private final Calendar calendar;
  private final int interval;
  private final double season;
  private final LongView longView;
  private final Usual distance;
  private final Told told;
  private final Watch[] watches;
  private final BlockMaxima[] maxima;
  private final NoveltyWatch novelty;
  private final Observation seen = new Observation();
  private Trouble trouble = Trouble.OUTLIER;

  Watches(Layout layout, Calendar calendar, int interval, DaySeason day, ShiftedWeek week) {
    this.calendar = calendar;
    this.interval = interval;
    this.season = calendar.valuesPerSeason();
    this.longView = new LongView(layout, calendar, day, week);
    this.distance = new Usual(layout, 1 / (DAYS * season));
    this.told = new Told(layout, interval);
    this.watches =
        List.of(
                new ShiftWatch(layout, calendar, Trouble.SHIFT, values(SHIFT_SECONDS)),
                new ShiftWatch(layout, calendar, Trouble.DRIFT, values(DRIFT_SECONDS)),
                new ScatterWatch(layout, calendar, values(SCATTER_SECONDS)),
                new FlatWatch(layout, calendar),
                new PhaseWatch(layout, calendar, day.profile(), values(PHASE_SECONDS)))
            .toArray(Watch[]::new);
    this.maxima = new BlockMaxima[watches.length];
    for (int i = 0; i < watches.length; i++) {
      maxima[i] = new BlockMaxima(layout, watches[i].horizon());
    }
    this.novelty = new NoveltyWatch(layout, calendar, interval);
  }

  private double values(int seconds) {
    return Math.max(LEAST_VALUES, (double) seconds / interval);
  }

  void begin(float[] memory, int series) {
    told.begin(memory, series);
    for (int i = 0; i < watches.length; i++) {
      watches[i].begin(memory, series);
      maxima[i].begin(memory, series);
    }
    novelty.begin(memory, series);
  }

  /** Which kind of trouble the last score was about. */
  Trouble trouble() {
    return trouble;
  }

  /**
   * The score of the value, all ways of looking taken together. Lasting trouble is told once; an
   * outlier is one as often as it occurs.
   *
   * @param size distance of the value from the expected one in spreads
   * @param outlier the score of the value by itself
   */
  double score(
      float[] memory,
      int series,
      double value,
      double size,
      double spread,
      double known,
      double outlier) {
    seen.known = known;
    observe(memory, series, value, size, spread);
    double lasting = lasting(memory, series);
    double best = Math.max(outlier, lasting);
    boolean news = best > LEAST_SCORE && told.news(memory, series, best);
    if (!news || outlier >= lasting) {
      trouble = Trouble.OUTLIER;
      return outlier;
    }
    return lasting;
  }

  /** The best score of all watches; leaves the name of the trouble. */
  private double lasting(float[] memory, int series) {
    double best = LEAST_SCORE;
    boolean named = false;
    for (int i = 0; i < watches.length; i++) {
      double score = score(memory, series, i);
      boolean specific = watches[i].specific() && score > LEAST_SCORE;
      if (specific || (score > best && !named)) {
        trouble = watches[i].trouble();
        named = specific;
      }
      best = Math.max(best, score);
    }
    double novel = novelty.score(memory, series, seen.value, seen.known);
    if (novel > best && !named) {
      trouble = Trouble.NOVELTY;
    }
    return Math.max(best, novel);
  }

  private double score(float[] memory, int series, int i) {
    double size = watches[i].size(memory, series, calendar, seen);
    double score = 0;
    if (seen.known >= SEASONS_BEFORE * season && size > BlockMaxima.USUAL) {
      double period = maxima[i].period(memory, series, size);
      score = StrictMath.log10(Math.max(1, interval * period)) - PENALTY;
    }
    if (seen.known >= (SEASONS_BEFORE - 0.5) * season) {
      maxima[i].learn(memory, series, size);
    }
    return score;
  }

  private void observe(float[] memory, int series, double value, double size, double spread) {
    double usual = distance.size(memory, series);
    double known = seen.known;
    double expected = longView.expected(memory, series, calendar, usual > 0 ? usual : 1);
    double away = Double.isNaN(expected) ? 0 : value - expected;
    double unit = Math.max(usual > 0 ? usual : Math.abs(away), spread * LEAST_UNIT);
    seen.value = value;
    seen.away = unit > 0 ? clip(away / unit) : 0;
    seen.surprise = clip(size);
    distance.learn(memory, series, Math.abs(away), known);
    longView.learn(memory, series, calendar, value, known, Math.max(spread, unit));
  }

  private static double clip(double size) {
    return Math.max(-CLIP, Math.min(CLIP, size));
  }
}
