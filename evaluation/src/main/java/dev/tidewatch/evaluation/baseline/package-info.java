/**
 * Public methods that run beside the engine, each with one setting for all series. None looks
 * ahead. Start at {@link dev.tidewatch.evaluation.baseline.Baselines}.
 */
package dev.tidewatch.evaluation.baseline;
