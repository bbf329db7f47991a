/**
 * The wire of Lookout for Metrics: what a request must look like, how the SDK's own classes become
 * JSON and back, what an error says. Nothing here knows HTTP or reads a clock; a request that
 * passes {@link dev.tidewatch.detector.wire.RequestCheck} can be read without a further look at its
 * form.
 */
@NullMarked
package dev.tidewatch.detector.wire;

import org.jspecify.annotations.NullMarked;
