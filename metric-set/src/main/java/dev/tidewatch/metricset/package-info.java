/**
 * The agreement all parts share: what is measured, by which dimensions, over which intervals, and
 * where the files lie. Start at {@link dev.tidewatch.metricset.MetricSet}. No Spark, no AWS, no I/O
 * but reading one YAML file.
 */
package dev.tidewatch.metricset;
