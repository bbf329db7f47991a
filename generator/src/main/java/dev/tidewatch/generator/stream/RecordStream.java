package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.fault.FaultPlan;
import dev.tidewatch.generator.fault.FaultRates;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.SeriesModel;
import dev.tidewatch.generator.timeline.Window;
import dev.tidewatch.metricset.MetricSet;
import java.util.ArrayList;
import java.util.List;

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
   * Hands the records of windows that lie side by side to the consumer, in the order they are sent,
   * until the last one ends or the consumer has enough. What is held back at the end of one comes
   * in the next.
   *
   * @return what was handed over, by leg
   */
  public List<StreamTally> send(List<Leg> legs, RecordConsumer consumer) {
    HeldRecords held = new HeldRecords();
    List<StreamTally> tallies = new ArrayList<>();
    for (Leg leg : legs) {
      boolean last = tallies.size() == legs.size() - 1;
      WindowRun run = new WindowRun(this, leg, consumer, held);
      boolean wholly = run.run();
      if ((last || !wholly) && leg.window().edges() == Window.Edges.WHOLE) {
        run.releaseAll();
      }
      tallies.add(run.tally());
      if (!wholly) {
        break;
      }
    }
    return tallies;
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
