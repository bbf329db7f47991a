package dev.tidewatch.generator.series;

import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;
import java.util.List;

/**
 * The value of every series at every instant: a pure function of seed, series, instant and the
 * distance of records, and of nothing else. A run that starts later, again or elsewhere continues
 * the very same series.
 *
 * <p>What is summed is scaled to the distance of the records: ten records a minute each hold a
 * fiftieth of what one record every five minutes holds, so that sums over an interval stay where
 * they are when the distance is changed. Values are whole multiples of 10<sup>-decimals</sup>, held
 * as longs since a run makes hundreds of thousands a second.
 */
public final class SeriesModel {
  private static final double NOMINAL_NANOS = Duration.ofMinutes(5).toNanos();
  private static final double AMOUNT_NOISE = 0.01;
  private static final double LEVEL_NOISE = 0.02;
  private static final double BUSY = 1_000;
  private static final double[] POWERS_OF_TEN = {1, 10, 100};

  private final List<MeasureModel> measures;
  private final Activity[] activities;
  private final CounterRandom[][] noises;

  public SeriesModel(MetricSet metricSet, SeriesCatalog catalog, long seed) {
    CounterRandom random = CounterRandom.of(seed).split("series");
    measures = MeasureModel.of(metricSet.measures(), random.split("measures"));
    activities = new Activity[catalog.size()];
    noises = new CounterRandom[catalog.size()][measures.size()];
    for (TimeSeries series : catalog.series()) {
      // By name, so that a series keeps its values when others are added.
      CounterRandom own = random.split(series.name());
      activities[series.index()] = new Activity(own);
      for (int measure = 0; measure < measures.size(); measure++) {
        noises[series.index()][measure] = own.split(catalog.measures().get(measure));
      }
    }
  }

  /** How many decimals the values of a measure have: 0 to 2. */
  public int decimals(int measure) {
    return measures.get(measure).decimals();
  }

  /** How busy the series is, to be handed to {@link #unscaled}. */
  public double activity(int series, long epochMillis) {
    return activities[series].at(epochMillis);
  }

  /**
   * The value of a measure, times 10<sup>decimals</sup>.
   *
   * @param activity how busy the series is at the instant
   * @param factor what anomalies multiply the value by; 1 for none
   * @param spacingNanos the distance of the series' records
   */
  public long unscaled(
      int series,
      int measure,
      long epochMillis,
      double activity,
      double factor,
      long spacingNanos) {
    MeasureModel model = measures.get(measure);
    CounterRandom noise = noises[series][measure];
    double spread = spacingNanos / NOMINAL_NANOS;
    double value =
        switch (model.kind()) {
          case COUNT -> activity * spread;
          case AMOUNT ->
              activity * spread * model.share() * (1 + AMOUNT_NOISE * bell(noise, epochMillis));
          case LEVEL ->
              model.share()
                  * (1 + 0.2 * activity / BUSY)
                  * (1 + LEVEL_NOISE * bell(noise, epochMillis));
        };
    // Rounded up as often as the fraction says: sums of many small counts stay true.
    return (long) (value * factor * POWERS_OF_TEN[model.decimals()] + noise.unit(epochMillis));
  }

  private static double bell(CounterRandom noise, long epochMillis) {
    return noise.bell(~epochMillis);
  }
}
