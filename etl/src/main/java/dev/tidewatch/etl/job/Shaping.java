package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.metricset.MetricSet;
import java.io.Serializable;

/** What executors must know to shape records. */
record Shaping(MetricSet metricSet, ShapeRules rules) implements Serializable {
  Shaping {
    requireNonNull(metricSet, "metricSet");
    requireNonNull(rules, "rules");
  }
}
