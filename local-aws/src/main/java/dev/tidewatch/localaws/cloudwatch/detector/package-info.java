/** CloudWatch's anomaly detectors, as they are made, described and deleted. */
package dev.tidewatch.localaws.cloudwatch.detector;
