/** The page of one anomaly: what happened, where, why it is told, and what people say of it. */
@NullMarked
package dev.tidewatch.detector.console.anomaly;

import org.jspecify.annotations.NullMarked;
