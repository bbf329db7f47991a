/**
 * What the API does: one {@link dev.tidewatch.detector.operation.Operation} for each of the 30,
 * gathered in {@link dev.tidewatch.detector.operation.Operations}. Knows no HTTP.
 */
@NullMarked
package dev.tidewatch.detector.operation;

import org.jspecify.annotations.NullMarked;
