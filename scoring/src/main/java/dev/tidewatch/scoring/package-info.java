/**
 * The detection engine: from the values of time series to expected values, severities and anomaly
 * groups. No I/O, no clock, no randomness: the same input gives the same bytes of answers and
 * state, on any machine. One time series: {@link dev.tidewatch.scoring.series}. Which part of a
 * cube explains a change: {@link dev.tidewatch.scoring.rootcause}.
 */
package dev.tidewatch.scoring;
