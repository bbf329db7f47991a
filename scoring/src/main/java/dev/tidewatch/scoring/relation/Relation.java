package dev.tidewatch.scoring.relation;

/** What another measure is to the anomaly that was asked about. */
public enum Relation {
  /** Its deviation explains part of the anomaly. */
  CAUSE,
  /** The anomaly makes it deviate. */
  EFFECT
}
