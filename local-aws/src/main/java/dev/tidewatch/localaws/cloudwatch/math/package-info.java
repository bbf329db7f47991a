/**
 * Metric math: the expressions over metrics that graphs and alarms use. Start at {@link
 * dev.tidewatch.localaws.cloudwatch.math.Expression}.
 */
package dev.tidewatch.localaws.cloudwatch.math;
