package dev.tidewatch.detector.anomaly;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The points of time series, as they are asked for. */
public final class Points {
  /** Rows of some kilobytes each. */
  private static final int FORGOTTEN_TOGETHER = 512;

  private Points() {}

  /** How many there are of all series; every one is passed, so it takes its time. */
  public static long count(Handle handle) {
    return stored(handle, "point_interval", PointBytes.POINT)
        + stored(handle, "point_chunk", PointBytes.TIMED);
  }

  private static long stored(Handle handle, String table, int bytes) {
    return handle
        .createQuery("SELECT coalesce(sum(length(points)), 0) / :bytes FROM " + table)
        .bind("bytes", bytes)
        .mapTo(Long.class)
        .one();
  }

  /**
   * The points of a series in [from, to), in the order of time; intervals without data are left
   * out.
   *
   * @param series its number
   */
  public static List<Point> of(
      Handle handle, long detector, String measure, long series, Instant from, Instant to) {
    List<Point> points = new ArrayList<>();
    Sink sink = (start, bytes) -> points.add(PointBytes.get(bytes, Instant.ofEpochSecond(start)));
    chunked(handle, detector, measure, series, from, to, sink);
    single(handle, detector, measure, series, from, to, sink);
    return points;
  }

  /** The values alone, where they are numbers: of many series that is quicker. */
  public static SeriesValues values(
      Handle handle, long detector, String measure, long series, Instant from, Instant to) {
    SeriesValues values = new SeriesValues();
    Sink sink =
        (start, bytes) -> {
          double value = bytes.getDouble();
          if (Double.isFinite(value)) {
            values.add(start, value);
          }
        };
    chunked(handle, detector, measure, series, from, to, sink);
    single(handle, detector, measure, series, from, to, sink);
    return values;
  }

  /** Takes a point of an interval from where the bytes stand. */
  private interface Sink {
    void take(long start, ByteBuffer bytes);
  }

  /**
   * Forgets some points of a detector, so many that others do not wait long; its series keep their
   * numbers.
   *
   * @return whether there may be more of them
   */
  public static boolean forgetSome(Handle handle, long detector) {
    return forgetSome(handle, detector, "point_chunk") == FORGOTTEN_TOGETHER
        || forgetSome(handle, detector, "point_interval") == FORGOTTEN_TOGETHER;
  }

  private static int forgetSome(Handle handle, long detector, String table) {
    return handle.execute(
        "DELETE FROM %1$s WHERE rowid IN (SELECT rowid FROM %1$s WHERE detector = ? LIMIT ?)"
            .formatted(table),
        detector,
        FORGOTTEN_TOGETHER);
  }

  private static void chunked(
      Handle handle,
      long detector,
      String measure,
      long series,
      Instant from,
      Instant to,
      Sink sink) {
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
        .map((row, context) -> Map.entry(row.getLong(1), row.getBytes(2)))
        .forEach(
            chunk ->
                read(
                    chunk.getKey(),
                    chunk.getValue(),
                    from.getEpochSecond(),
                    to.getEpochSecond(),
                    sink));
  }

  private static void read(long start, byte[] chunk, long from, long to, Sink sink) {
    ByteBuffer bytes = ByteBuffer.wrap(chunk);
    for (int at = 0; at < chunk.length; at += PointBytes.TIMED) {
      long interval = start + bytes.getInt(at);
      if (interval >= from && interval < to) {
        bytes.position(at + Integer.BYTES);
        sink.take(interval, bytes);
      }
    }
  }

  private static void single(
      Handle handle,
      long detector,
      String measure,
      long series,
      Instant from,
      Instant to,
      Sink sink) {
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
        .map((row, context) -> Map.entry(row.getLong(1), row.getBytes(2)))
        .forEach(point -> sink.take(point.getKey(), ByteBuffer.wrap(point.getValue())));
  }
}
