package dev.tidewatch.detector.store;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A database in one SQLite file, with a write-ahead log: readers never wait for the writer. One
 * connection writes, a few read. Only one process at a time may have it open; a second one is
 * refused.
 */
public final class SqliteDatabase implements Database {
  private static final int READERS = 4;

  /** More than fits by chance where a larger write did not. */
  private static final int PROBE_BYTES = 256 * 1024;

  private final Path file;
  private final @Nullable FileLease lease;
  private final Handle writer;

  /** Fair: who writes much in small pieces does not keep others from writing. */
  private final ReentrantLock writing = new ReentrantLock(true);

  /** Whether the disk refused the last write. */
  private volatile boolean unwritable;

  private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);

  private SqliteDatabase(Path file, @Nullable FileLease lease) {
    this.file = file;
    this.lease = lease;
    this.writer = Jdbi.open(Sqlite.connectToWrite(file));
    for (int i = 0; i < READERS; i++) {
      readers.add(Jdbi.open(Sqlite.connect(file)));
    }
  }

  /**
   * Opens the database of a file, makes it where there is none, and brings an older one up to date;
   * before that it is copied to {@code FILE.before-N}, N being its version.
   *
   * @throws StoreException when it is damaged, of a newer version, or open in another process
   */
  public static SqliteDatabase open(Path file) {
    requireNonNull(file, "file");
    FileLease lease = FileLease.take(file.resolveSibling(file.getFileName() + ".lock"));
    try {
      boolean made = !Files.exists(file);
      try (Handle first = Jdbi.open(Sqlite.connectToWrite(file))) {
        if (!made) {
          Integrity.check(file, first);
        }
        Migrations.bringUpToDate(file, first);
      }
      return new SqliteDatabase(file, lease);
    } catch (RuntimeException failure) {
      lease.close();
      throw failure;
    }
  }

  /**
   * Opens a database that a server may have open at the same time, for a small change or a
   * question; makes it where there is none.
   *
   * @throws StoreException when it is damaged or of another version
   */
  public static SqliteDatabase besideOthers(Path file) {
    if (!Files.exists(file)) {
      return open(file);
    }
    try (Handle first = Jdbi.open(Sqlite.connect(file))) {
      Migrations.requireNewest(file, first);
    }
    return new SqliteDatabase(file, null);
  }

  @Override
  public <T> T read(Function<Handle, T> question) {
    Handle reader = take();
    try {
      return reader.inTransaction(question::apply);
    } finally {
      readers.add(reader);
    }
  }

  private Handle take() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while the database was busy", e);
    }
  }

  @Override
  public <T> T write(Function<Handle, T> change) {
    writing.lock();
    try {
      if (writer.isInTransaction()) {
        throw new IllegalStateException("a write within a write: hand the handle on instead");
      }
      T answer = writer.inTransaction(change::apply);
      unwritable = false;
      return answer;
    } catch (JdbiException failure) {
      Optional<DiskUnwritable> trouble = DiskTrouble.of(file, failure);
      unwritable |= trouble.isPresent();
      throw trouble.<RuntimeException>map(told -> told).orElse(failure);
    } finally {
      writing.unlock();
    }
  }

  /** After a refusal the disk is tried: an idle server would not learn that it is well again. */
  @Override
  public Optional<String> writeTrouble() {
    if (!unwritable) {
      return Optional.empty();
    }
    try {
      change(handle -> handle.execute("INSERT INTO probe VALUES (zeroblob(?))", PROBE_BYTES));
      change(handle -> handle.execute("DELETE FROM probe"));
      return Optional.empty();
    } catch (DiskUnwritable still) {
      return Optional.of(still.trouble());
    }
  }

  public Path file() {
    return file;
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    writing.lock();
    try {
      for (int i = 0; i < READERS; i++) {
        take().close();
      }
      writer.close();
    } finally {
      writing.unlock();
      if (lease != null) {
        lease.close();
      }
    }
  }
}
