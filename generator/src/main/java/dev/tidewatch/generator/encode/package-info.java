/**
 * Records as bytes: CSV lines or JSON objects, as the metric set has them. Start at {@link
 * dev.tidewatch.generator.encode.RecordEncoder}.
 */
package dev.tidewatch.generator.encode;
