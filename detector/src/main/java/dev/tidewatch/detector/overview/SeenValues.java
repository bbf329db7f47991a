package dev.tidewatch.detector.overview;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which values of a dimension a detector has seen: what people may choose from. */
public final class SeenValues {
  private static final int MOST = 12;

  private SeenValues() {}

  /** Some of them, not necessarily all. */
  public static List<String> of(Handle handle, long detector, String dimension) {
    return handle
        .createQuery(
            "SELECT DISTINCT v.value FROM series s JOIN json_each(s.scope) v WHERE s.detector = ? AND v.key = ?"
                + " LIMIT ?")
        .bind(0, detector)
        .bind(1, dimension)
        .bind(2, MOST)
        .mapTo(String.class)
        .list();
  }
}
