/**
 * Lookout for Metrics, self-hosted. A request comes in through {@code http}, is let in by {@code
 * access}, read by {@code wire} and answered by {@code operation}; {@code catalog} keeps what users
 * declared, {@code intake} reads their data, {@code schedule} runs interval after interval, {@code
 * anomaly} keeps what was found, {@code alerting} tells people. All of them keep it in {@code
 * store}.
 */
@NullMarked
package dev.tidewatch.detector;

import org.jspecify.annotations.NullMarked;
