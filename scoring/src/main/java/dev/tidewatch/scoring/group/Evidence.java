package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/** One way to see that a scope behaves unusually: a size, the larger the more unusual. */
interface Evidence {
  /** The mean absolute error of Gaussian noise times this is its standard deviation. */
  double SIGMAS_OF_MEAN_ERROR = 1.25;

  /** Of how many mean absolute errors half the engine's band is. */
  double ERRORS_A_REACH = 3;

  /** Sizes beyond count as this. */
  double largest();

  /** Roughly how far the largest of the usual sizes lie apart, before anything is known. */
  double spacing();

  /**
   * The size on a scale on which the largest of many healthy scopes fall off exponentially, about.
   */
  default double onScale(double size) {
    return size;
  }

  /** Looks at an interval and puts down what it finds. */
  void look(LocalTime time, MeasureScores scores, Findings findings);

  /**
   * @param former for every scope, which number it had before
   */
  void renumber(int[] former);

  void write(StateWriter out);

  void read(StateReader in, int scopes);
}
