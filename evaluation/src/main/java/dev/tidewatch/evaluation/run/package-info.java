/**
 * Runs methods over sets of data, several tasks at a time, and says what it took. Start at {@link
 * dev.tidewatch.evaluation.run.EvaluationRun}.
 */
package dev.tidewatch.evaluation.run;
