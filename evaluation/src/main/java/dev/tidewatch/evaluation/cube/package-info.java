/** Runs the engine over whole metric sets and writes the anomaly groups it finds. */
package dev.tidewatch.evaluation.cube;
