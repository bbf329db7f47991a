package dev.tidewatch.evaluation.speed;

import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesEngine;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.ZoneOffset;
import java.util.Map;

/** The scorer alone over so many series, interval by interval: each point is of another series. */
final class SeriesTrial implements Trial {
  private static final SeriesSettings SETTINGS =
      new SeriesSettings(Load.INTERVAL, ZoneOffset.UTC, MissingRule.UNKNOWN);
  private static final int SERIES_A_PAGE = 256;
  private static final int GROWN = 14 * 288;
  private static final int LEAST_POINTS = 300_000;

  private final int series;
  private final int runs;
  private final SeriesEngine engine = new SeriesEngine(SETTINGS);
  private final Load load = new Load();
  private final double[][] values;
  private float[][] pages = {};

  /**
   * @param runs how many of which the median is given
   */
  SeriesTrial(int series, int runs) {
    this.series = series;
    this.runs = runs;
    int intervals = Math.max(1, Math.min(100_000, LEAST_POINTS / series));
    this.values = new double[intervals][series];
  }

  @Override
  public Figures run() {
    pages = grownSeries();
    double nanos = Stopwatch.median(3, runs, this::makeValues, this::score);
    double heap = Heap.of(() -> pages = new float[0][]);
    return new Figures(
        Map.of(
            Figure.MICROS_A_POINT, nanos / 1e3 / values.length / series,
            Figure.HEAP_BYTES_A_SERIES, heap / series,
            Figure.STATE_BYTES_A_SERIES, (double) Float.BYTES * engine.size()));
  }

  /** Two weeks old. The first page's worth learns them, the others are its copies. */
  private float[][] grownSeries() {
    float[][] grown = new float[(series + SERIES_A_PAGE - 1) / SERIES_A_PAGE][];
    for (int page = 0; page < grown.length; page++) {
      int count = Math.min(SERIES_A_PAGE, series - page * SERIES_A_PAGE);
      grown[page] = page == 0 ? learnt(count) : grown[0].clone();
    }
    return grown;
  }

  private float[] learnt(int count) {
    float[] memory = new float[count * engine.size()];
    for (int i = 0; i < count; i++) {
      engine.begin(memory, i * engine.size());
      for (int interval = 0; interval < GROWN; interval++) {
        engine.score(memory, i * engine.size(), Load.second(interval), load.value(i, interval));
      }
    }
    return memory;
  }

  private int firstInterval(int run) {
    return GROWN + run * values.length;
  }

  private void makeValues(int run) {
    for (int i = 0; i < values.length; i++) {
      load.fill(values[i], firstInterval(run) + i);
    }
  }

  private void score(int run) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      long second = Load.second(firstInterval(run) + i);
      for (int j = 0; j < series; j++) {
        int at = j % SERIES_A_PAGE * engine.size();
        sum += engine.score(pages[j / SERIES_A_PAGE], at, second, values[i][j]).score();
      }
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a score is no number");
    }
  }
}
