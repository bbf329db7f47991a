/**
 * Which measures move because others do: learnt from quiet history and from past anomalies, asked
 * for at an anomaly. Start at {@link dev.tidewatch.scoring.relation.MeasureRelations}.
 */
package dev.tidewatch.scoring.relation;
