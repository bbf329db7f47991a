/**
 * What the engine costs: processor time, memory, bytes on disk, from one series to a million,
 * beside AWS's random cut forest. Each {@link dev.tidewatch.evaluation.speed.Trial} runs in a JVM
 * of its own.
 */
package dev.tidewatch.evaluation.speed;
