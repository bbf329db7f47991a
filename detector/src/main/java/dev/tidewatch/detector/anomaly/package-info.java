/**
 * What the engine found, as it is kept and asked for: anomaly groups, their series, every series'
 * points, and what people said of them.
 */
@NullMarked
package dev.tidewatch.detector.anomaly;

import org.jspecify.annotations.NullMarked;
