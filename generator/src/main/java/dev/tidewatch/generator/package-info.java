/**
 * Makes the records of a metric set: with seasons, with anomalies one knows of, with faults one
 * asked for. Start at {@link dev.tidewatch.generator.GeneratorCommand}.
 */
package dev.tidewatch.generator;
