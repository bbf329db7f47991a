package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/** One way to see that a scope behaves unusually: a size, the larger the more unusual. */
interface Evidence {
  /** Sizes beyond count as this. */
  double largest();

  /** Roughly how far the largest of the usual sizes lie apart, before anything is known. */
  double spacing();

  /** Looks at an interval; afterwards {@link #size} is about it. */
  void look(LocalTime time, MeasureScores scores);

  /** How unusual a scope is now; 0 while nothing is known of it. */
  double size(int scope);

  /**
   * @param former for every scope, which number it had before
   */
  void renumber(int[] former);

  void write(StateWriter out);

  void read(StateReader in, int scopes);
}
