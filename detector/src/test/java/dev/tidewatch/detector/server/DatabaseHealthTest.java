package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.store.DiskUnwritable;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseHealthTest {
  @TempDir Path folder;

  @Test
  void isUnwellWhileNothingCanBeWritten() {
    try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("detector.db"))) {
      DatabaseHealth health = new DatabaseHealth(database);
      assertThat(health.trouble()).isEmpty();
      allow(database, 100);
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> handle.execute("INSERT INTO probe VALUES (zeroblob(1000000))")))
          .isInstanceOf(DiskUnwritable.class);
      assertThat(health.trouble())
          .contains("the database cannot be written: the disk is full; make room");
      allow(database, 10_000);
      assertThat(health.trouble()).isEmpty();
    }
  }

  private static void allow(SqliteDatabase database, int pages) {
    database.change(
        handle -> handle.createQuery("PRAGMA max_page_count = " + pages).mapTo(Long.class).one());
  }
}
