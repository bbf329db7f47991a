package dev.tidewatch.detector.anomaly;

import dev.tidewatch.scoring.cube.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The numbers of one detector's series: given once, kept for ever. Not for use by several threads
 * at once. Who gives numbers in a transaction that is then given up, throws this away.
 */
public final class SeriesNumbers {
  private final long detector;
  private final Map<Scope, Integer> numbers = new HashMap<>();
  private final List<Scope> unwritten = new ArrayList<>();

  private SeriesNumbers(long detector) {
    this.detector = detector;
  }

  /** All that were given so far. */
  public static SeriesNumbers of(long detector, Handle handle) {
    SeriesNumbers numbers = new SeriesNumbers(detector);
    handle
        .createQuery("SELECT number, scope FROM series WHERE detector = ?")
        .bind(0, detector)
        .map((row, context) -> Map.entry(ScopeText.read(row.getString(2)), row.getInt(1)))
        .forEach(entry -> numbers.numbers.put(entry.getKey(), entry.getValue()));
    return numbers;
  }

  /** The number of a series; a new one when it has none yet, to be written with {@link #write}. */
  public int of(Scope scope) {
    Integer known = numbers.get(scope);
    if (known != null) {
      return known;
    }
    int given = numbers.size();
    numbers.put(scope, given);
    unwritten.add(scope);
    return given;
  }

  public int size() {
    return numbers.size();
  }

  /** Writes the numbers given since the last time. */
  public void write(Handle handle) {
    if (unwritten.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("INSERT INTO series VALUES (?, ?, ?)");
    for (Scope scope : unwritten) {
      batch.add(detector, numbers.get(scope), ScopeText.write(scope));
    }
    batch.execute();
    unwritten.clear();
  }

  /** The series of a number that was given. */
  public static Scope scope(Handle handle, long detector, long number) {
    return handle
        .createQuery("SELECT scope FROM series WHERE detector = ? AND number = ?")
        .bind(0, detector)
        .bind(1, number)
        .map((row, context) -> ScopeText.read(row.getString(1)))
        .one();
  }

  /** The number of a detector's series, if it has such a one. */
  public static Optional<Integer> find(Handle handle, long detector, Scope scope) {
    return handle
        .createQuery("SELECT number FROM series WHERE detector = ? AND scope = ?")
        .bind(0, detector)
        .bind(1, ScopeText.write(scope))
        .mapTo(Integer.class)
        .findOne();
  }

  /** How many series have values in all dimensions; the others are their sums. */
  public static int finest(Handle handle, long detector) {
    return handle
        .createQuery(
            "SELECT count(*) FROM (SELECT (SELECT count(*) FROM json_each(scope)) AS dimensions FROM series"
                + " WHERE detector = ?) GROUP BY dimensions ORDER BY dimensions DESC LIMIT 1")
        .bind(0, detector)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }
}
