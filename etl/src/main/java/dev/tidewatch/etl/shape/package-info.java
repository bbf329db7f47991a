/**
 * Turns records into the rows of interval files: decodes, tells late and unusable records apart,
 * adds up. Pure: no Spark, no AWS, no I/O, no clock. Start at {@link
 * dev.tidewatch.etl.shape.RangeShaper}.
 */
package dev.tidewatch.etl.shape;
