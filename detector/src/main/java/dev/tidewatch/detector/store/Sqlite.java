package dev.tidewatch.detector.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Connections to SQLite files, as this server wants them. */
final class Sqlite {
  private static final int CACHE_KIBIBYTES = 16 * 1024;

  /** What the write-ahead log is cut to after something large was written. */
  private static final int LOG_BYTES = 16 * 1024 * 1024;

  private Sqlite() {}

  static Connection connect(Path file) {
    return connect(file, new SQLiteConfig());
  }

  /** Its transactions are writes from their beginning: none has to be given up half-way. */
  static Connection connectToWrite(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    return connect(file, config);
  }

  private static Connection connect(Path file, SQLiteConfig config) {
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL); // what is answered as done survives a power cut
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setCacheSize(-CACHE_KIBIBYTES);
    config.setJournalSizeLimit(LOG_BYTES);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      return source.getConnection();
    } catch (SQLException e) {
      int code = e.getErrorCode();
      if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
          || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
        throw Integrity.damaged(file, e);
      }
      throw new StoreException("cannot open the database " + file + ": " + e.getMessage(), e);
    }
  }
}
