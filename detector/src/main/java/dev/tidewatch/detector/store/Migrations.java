package dev.tidewatch.detector.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The steps from an empty database to today's, each once, each whole. */
final class Migrations {
  /** In order; what was released is never changed, only followed by another one. */
  private static final List<String> STEPS =
      List.of(
          "001-first.sql",
          "002-overview.sql",
          "003-console.sql",
          "004-trial.sql",
          "005-events.sql");

  private Migrations() {}

  static int newest() {
    return STEPS.size();
  }

  static void bringUpToDate(Path file, Handle handle) {
    int version = version(handle);
    if (version > newest()) {
      throw new StoreException(
          "the database %s is of version %d, this program knows versions up to %d: run a newer one, or put back the"
                  .formatted(file, version, newest())
              + " backup that was made before the upgrade");
    }
    if (version > 0 && version < newest()) {
      keep(file, handle, version);
    }
    for (int step = version; step < newest(); step++) {
      int reached = step + 1;
      String script = script(STEPS.get(step));
      handle.useTransaction(
          transaction -> {
            transaction.createScript(script).execute();
            transaction.execute("PRAGMA user_version = " + reached);
          });
    }
  }

  static void requireNewest(Path file, Handle handle) {
    int version = version(handle);
    if (version != newest()) {
      throw new StoreException(
          "the database %s is of version %d, this program needs version %d: start the server of this program on it"
                  .formatted(file, version, newest())
              + " once, which brings it up to date");
    }
  }

  private static int version(Handle handle) {
    return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
  }

  private static void keep(Path file, Handle handle, int version) {
    Path copy = file.resolveSibling(file.getFileName() + ".before-" + version);
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    handle.execute("VACUUM INTO ?", copy.toString());
  }

  private static String script(String name) {
    try (InputStream stream = Migrations.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
