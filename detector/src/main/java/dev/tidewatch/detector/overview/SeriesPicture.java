package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.anomaly.Points;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A series with the band in which it was expected, and the same time one week before.
 *
 * @param points in the order of time, thinned
 * @param before the range a week earlier
 * @param earlier its points, thinned
 */
public record SeriesPicture(List<Point> points, TimeRange before, List<Point> earlier) {
  /** As many as a chart draws quickly. */
  public static final int MOST = 10_000;

  public SeriesPicture {
    points = List.copyOf(points);
    requireNonNull(before, "before");
    earlier = List.copyOf(earlier);
  }

  /**
   * @param series its number
   * @param zone in which a week is one
   * @param most how many points of each of the two, from 3; {@link #MOST}
   */
  public static SeriesPicture read(
      Handle handle,
      long detector,
      String measure,
      long series,
      TimeRange range,
      ZoneId zone,
      int most) {
    TimeRange before = range.weekBefore(zone);
    return new SeriesPicture(
        points(handle, detector, measure, series, range, most),
        before,
        points(handle, detector, measure, series, before, most));
  }

  private static List<Point> points(
      Handle handle, long detector, String measure, long series, TimeRange range, int most) {
    return Thinning.to(
        most, Points.of(handle, detector, measure, series, range.from(), range.to()));
  }
}
