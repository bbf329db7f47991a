package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.fault.FaultPlan;
import dev.tidewatch.generator.fault.FaultRates;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.SeriesModel;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;
import dev.tidewatch.metricset.MetricSet;

/**
 * All records of a metric set, for all of time: what it holds in a window is a pure function of
 * seed, ticks and window, whenever, wherever and however fast it is sent.
 */
public final class RecordStream {
  private final MetricSet metricSet;
  private final SeriesCatalog catalog;
  private final SeriesModel model;
  private final AnomalyPlan anomalies;
  private final FaultPlan faults;

  /**
   * @param catalog the metric set's series, see {@link SeriesCatalog#of(MetricSet,
   *     DimensionValues)}
   */
  public RecordStream(
      MetricSet metricSet,
      SeriesCatalog catalog,
      AnomalyPlan anomalies,
      FaultRates faults,
      long seed) {
    this.metricSet = metricSet;
    this.catalog = catalog;
    this.model = new SeriesModel(metricSet, catalog, seed);
    this.anomalies = anomalies;
    this.faults = new FaultPlan(faults, catalog, seed);
  }

  /**
   * Hands the records of a window to the consumer, in the order they are sent, until the window
   * ends or the consumer has enough.
   */
  public StreamTally send(Ticks ticks, Window window, RecordConsumer consumer) {
    WindowRun run = new WindowRun(this, ticks, window, consumer);
    run.run();
    return run.tally();
  }

  MetricSet metricSet() {
    return metricSet;
  }

  SeriesCatalog catalog() {
    return catalog;
  }

  SeriesModel model() {
    return model;
  }

  AnomalyPlan anomalies() {
    return anomalies;
  }

  FaultPlan faults() {
    return faults;
  }
}
