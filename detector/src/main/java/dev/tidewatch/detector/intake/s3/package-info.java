/**
 * Reads a data set's files from S3: one interval, the past, and the manifests our own job writes.
 */
@NullMarked
package dev.tidewatch.detector.intake.s3;

import org.jspecify.annotations.NullMarked;
