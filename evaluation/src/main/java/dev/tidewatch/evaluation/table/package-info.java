/**
 * Scores results with the scorer that comes with the data and lays the figures of all methods side
 * by side. Start at {@link dev.tidewatch.evaluation.table.ComparisonTable}.
 */
package dev.tidewatch.evaluation.table;
