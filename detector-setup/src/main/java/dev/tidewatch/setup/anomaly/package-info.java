/** What a detector found: {@link dev.tidewatch.setup.anomaly.AnomalyBook} asks for it. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.anomaly;
