package dev.tidewatch.detector.store;

import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells that a write failed for what is wrong with the disk, in words of whoever owns it. */
final class DiskTrouble {
  private DiskTrouble() {}

  /** The trouble behind a failure; empty when it has another cause. */
  static Optional<DiskUnwritable> of(Path file, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return words(sqlite.getResultCode())
            .map(
                words ->
                    new DiskUnwritable("cannot write to " + file + ": " + words, words, failure));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(SQLiteErrorCode code) {
    return switch (code.code & 0xff) { // the rest says which call failed
      case 13 -> Optional.of("the disk is full; make room");
      case 10 -> Optional.of("the disk fails (" + code.name() + ")");
      case 8 -> Optional.of("the file or its file system is read-only");
      default -> Optional.empty();
    };
  }
}
