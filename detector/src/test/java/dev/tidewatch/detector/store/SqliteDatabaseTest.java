package dev.tidewatch.detector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("detector.db");
  }

  @Test
  void keepsWhatWasWrittenWhenItIsOpenedAgain() {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      database.change(SqliteDatabaseTest::tag);
    }
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      assertThat(database.<Integer>read(SqliteDatabaseTest::tags)).isEqualTo(1);
    }
  }

  @Test
  void changesNothingWhenAWriteThrows() {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        tag(handle);
                        throw new IllegalStateException("half-way");
                      }))
          .hasMessage("half-way");
      assertThat(database.<Integer>read(SqliteDatabaseTest::tags)).isZero();
    }
  }

  @Test
  void refusesASecondProcess() {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      assertThat(database.file()).isEqualTo(file);
      assertThatThrownBy(() -> SqliteDatabase.open(file))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void refusesADatabaseOfANewerVersion() {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      database.change(handle -> handle.execute("PRAGMA user_version = 99"));
    }
    assertThatThrownBy(() -> SqliteDatabase.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("version 99");
  }

  @Test
  void saysThatADatabaseIsDamaged() throws Exception {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      database.change(SqliteDatabaseTest::tag);
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 4096; page < bytes.length(); page += 4096) {
        bytes.seek(page);
        bytes.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
      }
    }
    assertThatThrownBy(() -> SqliteDatabase.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("detector restore");
  }

  @Test
  void backsUpWhileInUseAndPutsBack() {
    Path backup = folder.resolve("backup.db");
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      database.change(SqliteDatabaseTest::tag);
      Backup.copy(file, backup);
      database.change(handle -> handle.execute("DELETE FROM tag"));
      assertThatThrownBy(() -> Backup.copy(file, backup)).hasMessageContaining("already");
      assertThatThrownBy(() -> Backup.restore(backup, file))
          .hasMessageContaining("another process");
    }
    Backup.restore(backup, file);
    assertThat(folder.resolve("detector.db.replaced")).exists();
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      assertThat(database.<Integer>read(SqliteDatabaseTest::tags)).isEqualTo(1);
    }
  }

  @Test
  void refusesToPutBackWhatIsNoBackup() throws Exception {
    Path other =
        Files.writeString(folder.resolve("other.db"), "no database, only some words of text");
    assertThatThrownBy(() -> Backup.restore(other, file)).isInstanceOf(StoreException.class);
    assertThat(file).doesNotExist();
  }

  private static void tag(Handle handle) {
    handle.execute("INSERT INTO tag VALUES ('arn', 'key', 'value')");
  }

  private static int tags(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM tag").mapTo(Integer.class).one();
  }

  @Test
  void aFullDiskIsToldAndLostIsOnlyWhatDidNotFit() {
    try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("full.db"))) {
      database.change(handle -> handle.execute("CREATE TABLE much (bytes BLOB)"));
      database.change(
          handle -> handle.createQuery("PRAGMA max_page_count = 100").mapTo(Long.class).one());

      assertThatThrownBy(() -> fill(database))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot write to")
          .hasMessageEndingWith("the disk is full; make room");

      database.change(
          handle -> handle.createQuery("PRAGMA max_page_count = 10000").mapTo(Long.class).one());
      fill(database);
      assertThat(
              (long)
                  database.read(
                      handle ->
                          handle.createQuery("SELECT count(*) FROM much").mapTo(Long.class).one()))
          .isEqualTo(1);
    }
  }

  @Test
  void saysWhyNothingCanBeWrittenUntilTheDiskTakesItAgain() {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      database.change(handle -> handle.execute("CREATE TABLE much (bytes BLOB)"));
      assertThat(database.writeTrouble()).isEmpty();
      allow(database, 100);
      assertThatThrownBy(() -> fill(database)).isInstanceOf(DiskUnwritable.class);
      assertThat(database.writeTrouble()).contains("the disk is full; make room");
      assertThat(database.writeTrouble()).as("still").isPresent();
      allow(database, 10_000);
      assertThatThrownBy(() -> database.change(handle -> handle.execute("no statement")))
          .isNotInstanceOf(DiskUnwritable.class);
      assertThat(database.writeTrouble()).isEmpty();
      fill(database);
    }
  }

  private static void allow(SqliteDatabase database, int pages) {
    assertThatThrownBy(
            () ->
                database.change(
                    handle -> {
                      handle
                          .createQuery("PRAGMA max_page_count = " + pages)
                          .mapTo(Long.class)
                          .one();
                      throw new IllegalStateException(
                          "no commit, which would tell of a disk that is well");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void fill(SqliteDatabase database) {
    database.change(handle -> handle.execute("INSERT INTO much VALUES (zeroblob(1000000))"));
  }
}
