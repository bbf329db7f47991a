/**
 * Time series kept in files, and what a method says about each of their rows. A method is a {@link
 * dev.tidewatch.evaluation.series.SeriesMethod}; {@link
 * dev.tidewatch.evaluation.series.SeriesSource} finds the files.
 */
package dev.tidewatch.evaluation.series;
