/**
 * Random Cut Forest as one more way to look at a time series. Off unless asked for: it needs a
 * hundred times the time and memory of all else.
 */
package dev.tidewatch.scoring.forest;
