/** Metrics and what was measured of them. Start at {@link MetricStore}. */
package dev.tidewatch.localaws.cloudwatch.metric;
