/**
 * CloudWatch in place of a detector: anomaly detection models, alarms, and who is told of them.
 * Start at {@link dev.tidewatch.setup.cloudwatch.CloudWatchTarget}.
 */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.cloudwatch;
