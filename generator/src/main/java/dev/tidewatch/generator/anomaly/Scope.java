package dev.tidewatch.generator.anomaly;

import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import java.util.BitSet;
import java.util.function.Predicate;

/** Which series and which measures an anomaly touches. */
public final class Scope {
  /** Stands for all measures. */
  static final int ALL_MEASURES = -1;

  private final BitSet series;
  private final int measure;

  private Scope(BitSet series, int measure) {
    this.series = series;
    this.measure = measure;
  }

  static Scope of(SeriesCatalog catalog, Predicate<TimeSeries> chosen, int measure) {
    BitSet series = new BitSet(catalog.size());
    catalog.series().stream().filter(chosen).forEach(one -> series.set(one.index()));
    return new Scope(series, measure);
  }

  public boolean covers(int seriesIndex, int measureIndex) {
    return series.get(seriesIndex) && (measure == ALL_MEASURES || measure == measureIndex);
  }

  boolean isEmpty() {
    return series.isEmpty();
  }
}
