package dev.tidewatch.scoring.contribution;

/** Finds the part of the cube that explains a change. */
public interface ScopeSearch {
  /** The explaining scope, as numbered by the directory; the total when no part stands out. */
  int search(LeafDeviations deviations);
}
