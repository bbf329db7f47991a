/**
 * Random Cut Forest as one more way to look at a time series. Off unless asked for: it needs a
 * hundred times the time and memory of all else. The library counts with {@code Math}, so the same
 * answers are promised on the same kind of machine only.
 */
package dev.tidewatch.scoring.forest;
