package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells one row of an interval file from the others, and their order in it.
 *
 * @param dimensions a value for each dimension of the metric set, in its order
 * @param record which record the row is, when rows are not added up; null when they are
 */
public record RowKey(List<String> dimensions, @Nullable RecordIdentity record)
    implements Comparable<RowKey>, Serializable {
  /** The value of all dimensions of the row that adds up what is more than a detector reads. */
  public static final String OTHER = "other";

  private static final Comparator<List<String>> VALUE_BY_VALUE =
      (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
          int order = left.get(i).compareTo(right.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };
  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::dimensions, VALUE_BY_VALUE)
          .thenComparing(key -> key.identity().orElse(RecordIdentity.NONE));

  public RowKey {
    dimensions = List.copyOf(dimensions);
  }

  /** The key of a row that adds up all records of one dimension combination. */
  public static RowKey of(List<String> dimensions) {
    return new RowKey(dimensions, null);
  }

  /** The key of the row that adds up what is more than a detector reads. */
  public static RowKey ofOther(int dimensions) {
    return of(Collections.nCopies(dimensions, OTHER));
  }

  /** The key of a row that is one record. */
  public static RowKey of(List<String> dimensions, RecordIdentity record) {
    return new RowKey(dimensions, requireNonNull(record, "record"));
  }

  public Optional<RecordIdentity> identity() {
    return Optional.ofNullable(record);
  }

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
