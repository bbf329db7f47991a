package dev.tidewatch.detector.server;

import dev.tidewatch.detector.store.SqliteDatabase;

/** The database of a server, for commands that work beside it. */
final class ServerStore {
  private ServerStore() {}

  /**
   * @throws RefusedStart when there is none
   */
  static SqliteDatabase open(ServerConfiguration configuration) {
    if (!configuration.database().toFile().isFile()) {
      throw new RefusedStart(
          "there is no database " + configuration.database() + "; name the server's folder");
    }
    return SqliteDatabase.besideOthers(configuration.database());
  }
}
