/**
 * Reads the data that detectors watch: what a data set says ({@link Dataset}), and the rows of one
 * interval ({@link IntervalSource}) or of the past ({@link History}). The packages below know how:
 * text files, S3, CloudWatch, and the detection of formats; {@code intake.source} puts them
 * together.
 */
@NullMarked
package dev.tidewatch.detector.intake;

import org.jspecify.annotations.NullMarked;
