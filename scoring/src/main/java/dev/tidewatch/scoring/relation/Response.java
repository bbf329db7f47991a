package dev.tidewatch.scoring.relation;

/**
 * How one measure answered another during an episode: sums over its intervals of what the other's
 * change predicts in units of this one's scatter (x), and of this one's residual (y).
 */
record Response(int intervals, double x, double y, double xx, double xy, double yy) {
  /**
   * Standard deviation of a residual of a healthy measure over an episode: 1.25 for a normal one
   * measured in mean absolute errors, more for longer tails and because residuals follow each
   * other.
   */
  static final double NOISE = 1.6;

  static Response of(Episode episode, int cause, int effect, int lag, double elasticity) {
    int intervals = 0;
    double sumX = 0;
    double sumY = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = Episode.LEAD; i < episode.intervals(); i++) {
      double x = elasticity * predictor(episode, cause, effect, i, lag);
      double y = episode.residual(effect, i);
      if (!Double.isNaN(x + y)) {
        double floor = -1 / episode.noise(effect, i); // nothing falls by more than all of it
        double credible = Math.max(floor, x);
        intervals++;
        sumX += credible;
        sumY += y;
        xx += credible * credible;
        xy += credible * y;
        yy += y * y;
      }
    }
    return new Response(intervals, sumX, sumY, xx, xy, yy);
  }

  private static double predictor(Episode episode, int cause, int effect, int i, int lag) {
    double ratio = episode.noise(cause, i - lag) / episode.noise(effect, i);
    return ratio * episode.residual(cause, i - lag);
  }

  /** Whether an answer of this elasticity would show. */
  boolean visible(double elasticity) {
    return Math.abs(elasticity) * Math.sqrt(xx) >= 4 * NOISE;
  }

  /** Whether there was an answer. */
  boolean moved() {
    return xx > 0 && Math.abs(xy) >= 4 * NOISE * Math.sqrt(xx);
  }

  /**
   * Log-likelihood ratio of an answer of about the size predicted against none. Elasticities of
   * large changes are not those of small ones: .8 ± .4 of the prediction.
   */
  double support() {
    if (xx == 0) {
      return 0;
    }
    double chance = NOISE * NOISE / xx;
    double share = xy / xx;
    double linked = 0.4 * 0.4 + chance;
    double unlinked = 0.15 * 0.15 + chance;
    double ratio =
        share * share / (2 * unlinked)
            - (share - 0.8) * (share - 0.8) / (2 * linked)
            + StrictMath.log(unlinked / linked) / 2;
    return Math.max(-6, Math.min(6, ratio));
  }

  /** Whether the prediction is off to one side by more than residuals of quiet days are. */
  boolean shifts() {
    return Math.abs(x) > 3 * NOISE * Math.sqrt(intervals);
  }

  /**
   * How much of the effect's deviation is explained, 0 to 1: of how far it lies to one side, so
   * that noise the two have in common on any day explains nothing; of its squares where it lies on
   * both sides.
   */
  double explained() {
    boolean oneSided = Math.abs(y) > 3 * NOISE * Math.sqrt(intervals);
    double share = oneSided ? x / y : yy == 0 ? 0 : xy / yy;
    return Math.max(0, Math.min(1, share));
  }
}
