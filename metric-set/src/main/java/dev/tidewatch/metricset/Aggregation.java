package dev.tidewatch.metricset;

/**
 * How the records of one interval and dimension combination become one value (contract section
 * 5.5).
 */
public enum Aggregation {
  SUM,
  AVG
}
