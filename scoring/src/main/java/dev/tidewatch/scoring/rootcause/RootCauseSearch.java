package dev.tidewatch.scoring.rootcause;

import java.util.List;

/** Finds the scopes that explain why values differ from what was expected of them. */
public interface RootCauseSearch {

  /**
   * The causes, most telling first; none when the leaves differ from their expected values by no
   * more than forecasts err. Deterministic, and independent of the order of the leaves up to ties.
   */
  List<RootCause> search(LeafTable leaves);
}
