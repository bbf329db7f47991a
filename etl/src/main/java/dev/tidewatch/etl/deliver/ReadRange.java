package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.ShapedRange;
import java.io.Serializable;
import java.util.List;

/**
 * A stretch of a shard that a batch has read, and what became of it.
 *
 * @param from where it begins; any text, but that of the end of the stretch before it
 * @param to where it ends
 * @param sideObjects where its late and rejected records lie
 */
public record ReadRange(String from, String to, ShapedRange shaped, List<SideObject> sideObjects)
    implements Serializable {
  public ReadRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(shaped, "shaped");
    sideObjects = List.copyOf(sideObjects);
  }

  /** How many records are in rows. */
  long accepted() {
    return shaped.rows().values().stream()
        .flatMap(rows -> rows.values().stream())
        .mapToLong(totals -> totals.records())
        .sum();
  }

  long late() {
    return sum(shaped.late().values());
  }

  long rejected() {
    return sum(shaped.rejected().values());
  }

  /** Throws {@link IllegalStateException} when a record that was read has gone nowhere. */
  void checkAddsUp() {
    long gone = accepted() + late() + rejected();
    if (gone != shaped.read()) {
      throw new IllegalStateException(
          "of shard %s from %s to %s %d records were read, but %d are in rows, %d late and %d rejected"
              .formatted(
                  shaped.shardId(), from, to, shaped.read(), accepted(), late(), rejected()));
    }
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
