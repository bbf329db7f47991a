/**
 * Does severity keep its promise? Counts alerts on series that are healthy and holds them against
 * what {@link dev.tidewatch.scoring.series.Severity#returnPeriod} says.
 */
package dev.tidewatch.evaluation.calibration;
