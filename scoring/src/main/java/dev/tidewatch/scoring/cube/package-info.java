/**
 * The data cube: which leaves there are, how they add up to every coarser scope, and the state of
 * each of these time series in flat pages.
 */
package dev.tidewatch.scoring.cube;
