package dev.tidewatch.detector.console;

import dev.tidewatch.detector.catalog.MetricSets;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** Gives detectors that a test made a dataset. */
public final class Datasets {
  private Datasets() {}

  /** Of revenue and orders, by store. */
  public static void shop(Handle handle, long detector) {
    MetricSets.insert(
        handle,
        detector,
        CreateMetricSetRequest.builder()
            .metricSetName("sales")
            .metricList(measure("revenue"), measure("orders"))
            .dimensionList("store")
            .timezone("UTC")
            .build(),
        Instant.EPOCH);
  }

  private static Metric measure(String name) {
    return Metric.builder().metricName(name).aggregationFunction(AggregationFunction.SUM).build();
  }
}
