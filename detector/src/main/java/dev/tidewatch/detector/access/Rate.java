package dev.tidewatch.detector.access;

/**
 * How many of something are let through.
 *
 * @param perSecond in the long run
 * @param burst at once, after a pause
 */
public record Rate(double perSecond, int burst) {
  public Rate {
    if (!(perSecond > 0) || Double.isInfinite(perSecond) || burst < 1) {
      throw new AccessException(
          "a rate needs more than 0 a second and a burst of at least 1, not "
              + perSecond
              + " and "
              + burst);
    }
  }
}
