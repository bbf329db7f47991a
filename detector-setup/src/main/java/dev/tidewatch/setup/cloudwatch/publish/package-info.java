/**
 * Interval files as CloudWatch metrics. Start at {@link
 * dev.tidewatch.setup.cloudwatch.publish.Publisher}.
 */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.cloudwatch.publish;
