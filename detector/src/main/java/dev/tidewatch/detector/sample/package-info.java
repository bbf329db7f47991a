/**
 * A shop to try the server with: days of records with planted anomalies, made on this machine, read
 * and judged like anybody's data. {@link dev.tidewatch.detector.sample.SampleData} is where to
 * start.
 */
@NullMarked
package dev.tidewatch.detector.sample;

import org.jspecify.annotations.NullMarked;
