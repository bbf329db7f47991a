/**
 * Does the same input give the same answers and the same state, bit by bit: with a restart at every
 * interval, in one batch, in another JVM? A {@link dev.tidewatch.evaluation.determinism.Subject} is
 * an input that is fed in these ways.
 */
package dev.tidewatch.evaluation.determinism;
