package dev.tidewatch.detector.anomaly;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Folds intervals that are written one by one into chunks of one series each, so that the picture
 * of a series is read from a few places of the disk instead of thousands. Nothing is lost or
 * changed by it, only stored otherwise.
 */
public final class PointChunks {
  /** So many intervals are folded together. */
  public static final int INTERVALS = 256;

  private PointChunks() {}

  /** How many intervals of a detector wait to be folded. */
  public static int waiting(Handle handle, long detector) {
    return handle
        .createQuery("SELECT count(DISTINCT interval) FROM point_interval WHERE detector = ?")
        .bind(0, detector)
        .mapTo(Integer.class)
        .one();
  }

  /** The series of a measure that are folded in one go. */
  public record Place(String measure, int block) {}

  /** What waits to be folded. */
  public static List<Place> places(Handle handle, long detector) {
    return handle
        .createQuery(
            "SELECT DISTINCT measure, block FROM point_interval WHERE detector = ? ORDER BY measure, block")
        .bind(0, detector)
        .map((row, context) -> new Place(row.getString(1), row.getInt(2)))
        .list();
  }

  /** Folds all points of a place. */
  public static void fold(Handle handle, long detector, Place place) {
    String measure = place.measure();
    int block = place.block();
    Map<Integer, List<Point>> series = new HashMap<>();
    handle
        .createQuery(
            "SELECT interval, points FROM point_interval WHERE detector = ? AND measure = ? AND block = ?"
                + " ORDER BY interval")
        .bind(0, detector)
        .bind(1, measure)
        .bind(2, block)
        .map((row, context) -> Map.entry(Instant.ofEpochSecond(row.getLong(1)), row.getBytes(2)))
        .forEach(
            interval -> {
              ByteBuffer bytes = ByteBuffer.wrap(interval.getValue());
              for (int i = 0; bytes.hasRemaining(); i++) {
                series
                    .computeIfAbsent(block * PointWriter.BLOCK + i, first -> new ArrayList<>())
                    .add(PointBytes.get(bytes, interval.getKey()));
              }
            });
    PreparedBatch batch = handle.prepareBatch("INSERT INTO point_chunk VALUES (?, ?, ?, ?, ?)");
    series.forEach(
        (number, points) -> {
          for (int from = 0; from < points.size(); from += INTERVALS) {
            List<Point> chunk = points.subList(from, Math.min(from + INTERVALS, points.size()));
            if (chunk.stream().anyMatch(PointChunks::known)) {
              batch.add(
                  detector,
                  number,
                  measure,
                  chunk.get(0).interval().getEpochSecond(),
                  bytes(chunk));
            }
          }
        });
    if (batch.size() > 0) {
      batch.execute();
    }
    handle.execute(
        "DELETE FROM point_interval WHERE detector = ? AND measure = ? AND block = ?",
        detector,
        measure,
        block);
  }

  private static boolean known(Point point) {
    return !Double.isNaN(point.value()) || !Float.isNaN(point.expected());
  }

  private static byte[] bytes(List<Point> chunk) {
    long start = chunk.get(0).interval().getEpochSecond();
    ByteBuffer bytes = ByteBuffer.allocate(chunk.size() * PointBytes.TIMED);
    for (Point point : chunk) {
      bytes.putInt(Math.toIntExact(point.interval().getEpochSecond() - start));
      PointBytes.put(bytes, point);
    }
    return bytes.array();
  }
}
