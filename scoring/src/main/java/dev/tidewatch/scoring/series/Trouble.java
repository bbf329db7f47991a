package dev.tidewatch.scoring.series;

/** In which way a time series misbehaves. */
public enum Trouble {
  /** One value far from what was expected. */
  OUTLIER,
  /** Values that lie on one side of what was expected for a while, none of them remarkable. */
  SHIFT,
  /** Values that stand still where they used to move. */
  FLATLINE,
  /** Values that scatter more than they used to. */
  VARIANCE,
  /** Values that creep away. */
  DRIFT,
  /** The season comes early or late. */
  PHASE,
  /** A value where there hardly ever was one, with usual values on both sides of it. */
  NOVELTY,
  /** Values that follow each other as they did not before; only where a forest watches. */
  SHAPE
}
