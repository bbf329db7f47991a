package dev.tidewatch.scoring.rootcause;

import static java.util.Objects.requireNonNull;

/**
 * A scope whose values changed as one.
 *
 * @param scope where
 * @param change by how much the sum over the scope lies above (positive) or below (negative) what
 *     was expected, in the measure's own unit; leaves that an earlier cause of the same answer
 *     covers count there
 * @param share this change as a part, 0 to 1, of the changes of all causes of the same answer, each
 *     without its sign: the shares of an answer add up to 1
 * @param score how much better the method explains the leaves with this cause than without it; the
 *     unit is the method's own, more is better
 */
public record RootCause(CauseScope scope, double change, double share, double score) {
  public RootCause {
    requireNonNull(scope, "scope");
    if (!(share >= 0 && share <= 1 + 1e-9)) {
      throw new IllegalArgumentException("a share is 0 to 1, not " + share);
    }
  }
}
