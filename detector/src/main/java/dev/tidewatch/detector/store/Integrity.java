package dev.tidewatch.detector.store;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Looks whether a database is whole, before anything is built upon it. */
final class Integrity {
  private Integrity() {}

  /**
   * @throws StoreException when it is not
   */
  static void check(Path file, Handle handle) {
    List<String> found;
    try {
      found = handle.createQuery("PRAGMA quick_check(3)").mapTo(String.class).list();
    } catch (JdbiException e) {
      throw damaged(file, e);
    }
    if (!found.equals(List.of("ok"))) {
      throw new StoreException(damaged(file, String.join("; ", found)));
    }
  }

  static StoreException damaged(Path file, Exception sign) {
    return new StoreException(damaged(file, String.valueOf(sign.getMessage())), sign);
  }

  private static String damaged(Path file, String what) {
    return "the database %s is damaged (%s); put a backup in its place with 'detector restore'"
        .formatted(file, what);
  }
}
