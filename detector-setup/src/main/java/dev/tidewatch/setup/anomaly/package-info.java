/** What a detector found, asked for by its API. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.anomaly;
