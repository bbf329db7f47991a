package dev.tidewatch.evaluation.timing;

/**
 * The processor time a method took.
 *
 * @param series over how many time series (or cubes, or cases)
 * @param points with how many values together
 * @param nanos nanoseconds of one core
 */
public record Timing(long series, long points, long nanos) {
  public static final Timing NONE = new Timing(0, 0, 0);

  /** Both together. */
  public Timing plus(Timing other) {
    return new Timing(series + other.series, points + other.points, nanos + other.nanos);
  }

  public double microsPerPoint() {
    return points == 0 ? 0 : nanos / 1e3 / points;
  }
}
