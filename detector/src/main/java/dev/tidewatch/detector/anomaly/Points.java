package dev.tidewatch.detector.anomaly;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The points of time series, as they are asked for. */
public final class Points {
  private Points() {}

  /**
   * The points of a series in [from, to), in the order of time; intervals without data are left
   * out.
   *
   * @param series its number
   */
  public static List<Point> of(
      Handle handle, long detector, String measure, long series, Instant from, Instant to) {
    List<Point> points = new ArrayList<>();
    chunked(handle, detector, measure, series, from, to, points);
    single(handle, detector, measure, series, from, to, points);
    return points;
  }

  /** Forgets all points of a detector; its series keep their numbers. */
  public static void forget(Handle handle, long detector) {
    handle.execute("DELETE FROM point_chunk WHERE detector = ?", detector);
    handle.execute("DELETE FROM point_interval WHERE detector = ?", detector);
  }

  private static void chunked(
      Handle handle,
      long detector,
      String measure,
      long series,
      Instant from,
      Instant to,
      List<Point> points) {
    handle
        .createQuery(
            "SELECT interval, points FROM point_chunk WHERE detector = :detector AND measure = :measure"
                + " AND series = :series AND interval < :to AND interval >= coalesce((SELECT max(interval) FROM"
                + " point_chunk WHERE detector = :detector AND measure = :measure AND series = :series"
                + " AND interval <= :from), 0) ORDER BY interval")
        .bind("detector", detector)
        .bind("measure", measure)
        .bind("series", series)
        .bind("from", from.getEpochSecond())
        .bind("to", to.getEpochSecond())
        .map((row, context) -> PointChunks.points(row.getLong(1), row.getBytes(2)))
        .forEach(
            chunk ->
                chunk.stream()
                    .filter(
                        point -> !point.interval().isBefore(from) && point.interval().isBefore(to))
                    .forEach(points::add));
  }

  private static void single(
      Handle handle,
      long detector,
      String measure,
      long series,
      Instant from,
      Instant to,
      List<Point> points) {
    long place = series % PointWriter.BLOCK * PointBytes.POINT;
    handle
        .createQuery(
            "SELECT interval, substr(points, :first, :length) FROM point_interval WHERE detector = :detector"
                + " AND interval >= :from AND interval < :to AND measure = :measure AND block = :block"
                + " AND length(points) > :place ORDER BY interval")
        .bind("first", place + 1)
        .bind("length", PointBytes.POINT)
        .bind("detector", detector)
        .bind("from", from.getEpochSecond())
        .bind("to", to.getEpochSecond())
        .bind("measure", measure)
        .bind("block", series / PointWriter.BLOCK)
        .bind("place", place)
        .map(
            (row, context) ->
                PointBytes.get(
                    ByteBuffer.wrap(row.getBytes(2)), Instant.ofEpochSecond(row.getLong(1))))
        .forEach(points::add);
  }
}
