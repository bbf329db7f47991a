package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.ShapeRules;
import java.io.Serializable;

/** What executors must know to shape records. */
record Shaping(MetricSetText metricSet, ShapeRules rules) implements Serializable {
  Shaping {
    requireNonNull(metricSet, "metricSet");
    requireNonNull(rules, "rules");
  }
}
