/**
 * Joins series, anomalies and faults to one stream of records in the order they are sent. Start at
 * {@link dev.tidewatch.generator.stream.RecordStream}.
 */
package dev.tidewatch.generator.stream;
