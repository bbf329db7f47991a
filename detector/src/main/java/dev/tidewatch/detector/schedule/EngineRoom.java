package dev.tidewatch.detector.schedule;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.scoring.cube.SeriesRoom;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What memory the engines of all detectors may take, beside the rows that are being read. Safe for
 * use by many threads.
 */
public final class EngineRoom {
  /** An engine's memory and its answers to an interval, measured: docs/benchmarks.md. */
  private static final long SERIES_BYTES = 4_700;

  /** For as long as a snapshot is written: one at a time is counted, the largest. */
  private static final long SNAPSHOT_BYTES = 4_500;

  /** A snapshot is one value of the database, which may have a billion bytes. */
  static final long MOST_SERIES = 200_000;

  private final Room room;
  private final Map<Long, Long> series = new HashMap<>();

  public EngineRoom(Room room) {
    this.room = requireNonNull(room, "room");
  }

  /**
   * The room of one detector's engine, in place of the one it had.
   *
   * @param waits whether rows of others are waited for; they may be its own while it learns
   */
  SeriesRoom of(long detector, boolean waits) {
    return wanted -> take(detector, wanted, waits);
  }

  private synchronized void take(long detector, long wanted, boolean waits) {
    long present = series.getOrDefault(detector, 0L);
    if (wanted == present) {
      return;
    }
    if (wanted > MOST_SERIES) {
      throw TooManySeries.ofOneDetector(wanted, MOST_SERIES);
    }
    long before = bytes();
    series.put(detector, wanted);
    long more = bytes() - before;
    if (!room.keep(more)) {
      series.put(detector, present);
      if (waits && more <= room.free()) {
        throw new SourceUnavailable(
            "detectors that learn have the memory; this one follows",
            TooManySeries.ofMemory(wanted, before + more, room.size()));
      }
      throw TooManySeries.ofMemory(wanted, before + more, room.size());
    }
  }

  /** Gives back what a detector's engine took. */
  synchronized void release(long detector) {
    long before = bytes();
    series.remove(detector);
    room.keep(bytes() - before);
  }

  private long bytes() {
    long all = series.values().stream().mapToLong(Long::longValue).sum();
    long largest = series.isEmpty() ? 0 : Collections.max(series.values());
    return all * SERIES_BYTES + largest * SNAPSHOT_BYTES;
  }
}
