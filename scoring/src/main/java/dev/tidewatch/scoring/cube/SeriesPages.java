package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.series.SeriesEngine;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of the time series of one measure: a stretch of floats each, in pages, so that there is
 * nothing to copy when series are added.
 */
final class SeriesPages {
  private static final int SERIES_A_PAGE = 256;

  private final SeriesEngine engine;
  private final List<float[]> pages = new ArrayList<>();
  private int size;

  SeriesPages(SeriesEngine engine) {
    this.engine = engine;
  }

  /** Begins series until there are so many. */
  void grow(int series) {
    while (size < series) {
      if (size % SERIES_A_PAGE == 0) {
        pages.add(new float[SERIES_A_PAGE * engine.size()]);
      }
      engine.begin(page(size), offset(size));
      size++;
    }
  }

  float[] page(int series) {
    return pages.get(series / SERIES_A_PAGE);
  }

  int offset(int series) {
    return series % SERIES_A_PAGE * engine.size();
  }

  /** Those series only, in this order. */
  SeriesPages only(int[] series) {
    SeriesPages chosen = new SeriesPages(engine);
    chosen.grow(series.length);
    for (int i = 0; i < series.length; i++) {
      System.arraycopy(
          page(series[i]), offset(series[i]), chosen.page(i), chosen.offset(i), engine.size());
    }
    return chosen;
  }

  void write(StateWriter out) {
    out.integer(size);
    for (int series = 0; series < size; series += SERIES_A_PAGE) {
      out.floats(page(series), Math.min(SERIES_A_PAGE, size - series) * engine.size());
    }
  }

  /**
   * Reads so many series.
   *
   * @return how many there were, which may be another number: then nothing more was read
   */
  int read(StateReader in, int wanted) {
    int count = in.count();
    if (count == wanted) {
      grow(count);
      for (int series = 0; series < size; series += SERIES_A_PAGE) {
        in.floats(page(series), Math.min(SERIES_A_PAGE, size - series) * engine.size());
      }
    }
    return count;
  }
}
