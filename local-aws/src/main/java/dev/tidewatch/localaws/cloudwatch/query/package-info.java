/** What is asked of metrics, by requests and by alarms. */
package dev.tidewatch.localaws.cloudwatch.query;
