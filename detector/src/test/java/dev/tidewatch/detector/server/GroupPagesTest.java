package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupPagesTest {
  @TempDir Path folder;

  @Test
  void findsThePageOfTheOnlyGroupThatBeginsSo() {
    try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("detector.db"))) {
      database.change(
          handle -> {
            handle.execute(
                "INSERT INTO detector (id, name, frequency, status, created, modified)"
                    + " VALUES (1, 'shop', 'PT5M', 'ACTIVE', 0, 0)");
            String[] ids = {"0123abcd-1", "0123abcd-2", "ffffffff-3"};
            for (int i = 0; i < ids.length; i++) {
              handle.execute(
                  "INSERT INTO anomaly_group VALUES (?, 1, 'revenue', ?, 0, 0, 0, 50, 50, 0, '{}', 'ABOVE', 0,"
                      + " 1, 1, 1, 1, '[]')",
                  ids[i],
                  i);
            }
          });
      GroupPages pages = new GroupPages(database, new ConsoleLinks("https://host/"));
      assertThat(pages.find("ffffffff")).contains("https://host/d/shop/a/ffffffff-3");
      assertThat(pages.find("0123abcd-2")).contains("https://host/d/shop/a/0123abcd-2");
      assertThat(pages.find("0123abcd")).as("there are two").isEmpty();
      assertThat(pages.find("00000000")).isEmpty();
    }
  }
}
