package dev.tidewatch.detector.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Copies of a database: made while it is in use, checked before they take its place. */
public final class Backup {
  private Backup() {}

  /**
   * Copies a database, also one that another process has open, into a file that is not there yet.
   * The copy is of one state, and appears whole or not at all.
   *
   * @throws StoreException when there is such a file already, or it cannot be written
   */
  public static void copy(Path file, Path target) {
    if (!Files.exists(file)) {
      throw new StoreException("there is no database " + file + " to copy");
    }
    if (Files.exists(target)) {
      throw new StoreException(target + " is there already; name a file that is not");
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try (Handle handle = Jdbi.open(Sqlite.connect(file))) {
      Files.deleteIfExists(unfinished);
      handle.execute("VACUUM INTO ?", unfinished.toString());
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | JdbiException e) {
      throw new StoreException("cannot write " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * Puts a backup in the place of a database that nobody has open; what was there is kept beside it
   * as {@code FILE.replaced}.
   *
   * @throws StoreException when the backup is none, or the database is in use
   */
  public static void restore(Path backup, Path file) {
    if (!Files.isRegularFile(backup)) {
      throw new StoreException(backup + " is no backup: there is no such file");
    }
    FileLease lease = FileLease.take(file.resolveSibling(file.getFileName() + ".lock"));
    try (lease) {
      Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
      Files.copy(backup, unfinished, StandardCopyOption.REPLACE_EXISTING);
      checkWhole(backup, unfinished);
      if (Files.exists(file)) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".replaced"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException("cannot put back " + backup + ": " + e.getMessage(), e);
    }
  }

  private static void checkWhole(Path backup, Path copy) {
    try (Handle handle = Jdbi.open(Sqlite.connect(copy))) {
      Integrity.check(backup, handle);
      if (handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one() < 1) {
        throw new StoreException(backup + " is no backup of a detector");
      }
    }
  }
}
