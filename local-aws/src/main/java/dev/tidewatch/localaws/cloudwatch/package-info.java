/**
 * CloudWatch's metrics and alarms. Start at {@link
 * dev.tidewatch.localaws.cloudwatch.CloudWatchServer}.
 */
package dev.tidewatch.localaws.cloudwatch;
