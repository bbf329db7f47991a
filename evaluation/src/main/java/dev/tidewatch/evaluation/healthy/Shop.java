package dev.tidewatch.evaluation.healthy;

import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.SeriesModel;
import java.time.Duration;

/** The generator's own web shop with no anomaly asked for: one of its measures. */
final class Shop implements HealthyKind {
  private static final Duration RECORD = Duration.ofMinutes(5);
  private static final long SEED = 7;

  private final SeriesCatalog catalog;
  private final int measure;

  private Shop(SeriesCatalog catalog, int measure) {
    this.catalog = catalog;
    this.measure = measure;
  }

  public static Shop views() {
    return new Shop(catalog(), 0);
  }

  public static Shop revenue() {
    return new Shop(catalog(), 1);
  }

  private static SeriesCatalog catalog() {
    return SeriesCatalog.of(Ecommerce.metricSet(), DimensionValues.DEFAULT);
  }

  @Override
  public String label() {
    return "generator's " + catalog.measures().get(measure);
  }

  @Override
  public HealthySignal signal(int number, Duration interval) {
    int series = number % catalog.size();
    // Another shop once all series of one are used.
    long seed = SEED + number / catalog.size();
    SeriesModel model = new SeriesModel(Ecommerce.metricSet(), catalog, seed);
    return start -> {
      double sum = 0;
      for (long at = start; at < start + interval.toSeconds(); at += RECORD.toSeconds()) {
        long millis = at * 1_000;
        double activity = model.activity(series, millis);
        sum += model.unscaled(series, measure, millis, activity, 1, RECORD.toNanos());
      }
      return sum;
    };
  }
}
