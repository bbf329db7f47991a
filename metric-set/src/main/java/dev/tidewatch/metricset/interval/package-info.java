/** Interval arithmetic: which interval holds an instant, and which comes next, in any zone. */
package dev.tidewatch.metricset.interval;
