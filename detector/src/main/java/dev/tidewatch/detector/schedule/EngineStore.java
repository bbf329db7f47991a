package dev.tidewatch.detector.schedule;

import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.SeriesRoom;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A detector's engine in the database: a snapshot, and the rows it took in since. The engine is
 * deterministic, so the rows, taken in again, make it what it was.
 */
final class EngineStore {
  private final long detector;
  private final ScoringSettings settings;

  EngineStore(long detector, ScoringSettings settings) {
    this.detector = detector;
    this.settings = settings;
  }

  /**
   * The engine as it was after the last committed interval; none when there is no snapshot.
   *
   * @throws DamagedSnapshot when the snapshot or the rows are not what was written
   * @throws IllegalArgumentException when it was made with other settings
   */
  Optional<ScoringEngine> load(Handle handle, SeriesRoom room) {
    Optional<ScoringEngine> engine =
        handle
            .createQuery("SELECT snapshot FROM engine WHERE detector = ?")
            .bind(0, detector)
            .mapTo(byte[].class)
            .findOne()
            .map(bytes -> ScoringEngine.restore(settings, new ByteArrayInputStream(bytes), room));
    engine.ifPresent(restored -> replay(handle, restored));
    return engine;
  }

  private void replay(Handle handle, ScoringEngine engine) {
    handle
        .createQuery("SELECT rows FROM engine_log WHERE detector = ? ORDER BY interval")
        .bind(0, detector)
        .mapTo(byte[].class)
        .forEach(
            bytes ->
                engine.score(
                    RowBytes.read(
                        bytes, settings.dimensions().size(), settings.measures().size())));
  }

  /** Notes rows that the engine took in. */
  void log(Handle handle, IntervalRows rows) {
    handle.execute(
        "INSERT INTO engine_log VALUES (?, ?, ?)",
        detector,
        rows.start().getEpochSecond(),
        RowBytes.write(rows, settings.dimensions().size(), settings.measures().size()));
  }

  int logged(Handle handle) {
    return handle
        .createQuery("SELECT count(*) FROM engine_log WHERE detector = ?")
        .bind(0, detector)
        .mapTo(Integer.class)
        .one();
  }

  /** The engine as bytes. Written twice, first to measure it: a buffer that grows takes thrice. */
  static byte[] bytes(ScoringEngine engine) {
    Measure measure = new Measure();
    engine.snapshot(measure);
    byte[] bytes = new byte[Math.toIntExact(measure.bytes)];
    engine.snapshot(new Filling(bytes));
    return bytes;
  }

  /** Only counts. */
  private static final class Measure extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  /** Fills an array. */
  private static final class Filling extends OutputStream {
    private final ByteBuffer target;

    Filling(byte[] target) {
      this.target = ByteBuffer.wrap(target);
    }

    @Override
    public void write(int one) {
      target.put((byte) one);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      target.put(some, from, length);
    }
  }

  /**
   * Keeps a snapshot in place of the former one and of the rows.
   *
   * @param interval the last one the engine took in
   */
  void keep(Handle handle, byte[] snapshot, Instant interval) {
    handle.execute(
        "INSERT OR REPLACE INTO engine VALUES (?, ?, ?)",
        detector,
        interval.getEpochSecond(),
        snapshot);
    handle.execute(
        "DELETE FROM engine_log WHERE detector = ? AND interval <= ?",
        detector,
        interval.getEpochSecond());
  }

  /** Forgets the engine. */
  static void clear(Handle handle, long detector) {
    handle.execute("DELETE FROM engine WHERE detector = ?", detector);
    handle.execute("DELETE FROM engine_log WHERE detector = ?", detector);
  }
}
