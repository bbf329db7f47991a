/** What is expected of metrics. */
package dev.tidewatch.localaws.cloudwatch.anomaly;
