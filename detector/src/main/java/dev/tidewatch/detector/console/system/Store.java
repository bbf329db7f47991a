package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.words.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is kept: only what can be told at once, however much it is. */
record Store(Path data) {
  Store {
    requireNonNull(data, "data");
  }

  List<Fact> facts(Handle handle) {
    return List.of(
        new Fact("Database", Bytes.words(pages(handle, "page_count"))),
        new Fact("Free on its disk", free()),
        count(handle, "Detectors", "detector WHERE id NOT IN (SELECT detector FROM trial)"),
        count(handle, "Trials of settings", "trial"),
        count(handle, "Time series", "series"),
        count(handle, "Runs in the logs", "execution"),
        count(handle, "Anomalies", "anomaly_group"));
  }

  /** How many bytes the pages of a kind take. */
  static long pages(Handle handle, String kind) {
    return number(handle, "PRAGMA " + kind) * number(handle, "PRAGMA page_size");
  }

  private String free() {
    try {
      return Bytes.words(Files.getFileStore(data).getUsableSpace());
    } catch (IOException unknown) {
      return "unknown";
    }
  }

  private static Fact count(Handle handle, String name, String table) {
    return Fact.count(name, number(handle, "SELECT count(*) FROM " + table));
  }

  static long number(Handle handle, String question) {
    return handle.createQuery(question).mapTo(Long.class).one();
  }
}
