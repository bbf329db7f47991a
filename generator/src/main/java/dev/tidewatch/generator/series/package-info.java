/**
 * What is measured when nothing is wrong: the time series of a metric set and the value of each at
 * any instant. Pure functions of seed, series and instant. Start at {@link
 * dev.tidewatch.generator.series.SeriesModel}.
 */
package dev.tidewatch.generator.series;
