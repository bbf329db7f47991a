package dev.tidewatch.detector.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupWidth;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for the console of groups that an older version found. */
class OverviewMigrationTest {
  private static final TimeRange DAY =
      new TimeRange(Findings.START, Findings.START.plus(Duration.ofDays(1)));

  @TempDir Path folder;

  @Test
  void isTheSameAsOfGroupsFoundToday() throws Exception {
    Path today = folder.resolve("today.db");
    try (SqliteDatabase database = SqliteDatabase.open(today)) {
      database.change(
          handle -> {
            Findings found = new Findings(handle);
            found.detector(1, "shop");
            found.detector(2, "outlet");
            found.group(1, "revenue", 1, 0, 2, 60, false, "s1", "s2");
            found.group(1, "orders", 1, 24, 1, 90.123456789, true, "s2");
            found.group(2, "revenue", 1, 30, 5, 30, false, "a 'quoted' \"one\"");
            // a value that contributes, but has no anomalous series
            handle.execute(
                "UPDATE anomaly_group SET contributions = json_insert(contributions, '$[#]',"
                    + " json_object('dimension', 'platform', 'value', 'app', 'score', 10)) WHERE detector = 2");
            handle.execute(
                "INSERT INTO anomaly_value SELECT id, 'platform', 'app' FROM anomaly_group WHERE detector = 2");
          });
    }
    Path old = folder.resolve("old.db");
    asItWas(old, today);

    List<String> kept;
    try (SqliteDatabase database = SqliteDatabase.open(today)) {
      kept = database.read(OverviewMigrationTest::kept);
    }
    try (SqliteDatabase database = SqliteDatabase.open(old)) {
      assertThat(database.<List<String>>read(OverviewMigrationTest::kept))
          .hasSizeGreaterThan(6)
          .isEqualTo(kept);
      GroupFilter filter = GroupFilter.of(DAY);
      assertThat(
              database
                  .read(
                      handle ->
                          GroupPage.read(
                              handle,
                              filter.withDimension("platform", "app"),
                              GroupOrder.WIDEST,
                              0,
                              9))
                  .groups())
          .extracting(FoundGroup::detector)
          .containsExactly(2L);
    }
    assertThat(folder.resolve("old.db.before-1")).exists();
  }

  /** A database of the first version with what another one holds. */
  private static void asItWas(Path old, Path today) throws Exception {
    try (Handle handle = Jdbi.open("jdbc:sqlite:" + old);
        InputStream script = SqliteDatabase.class.getResourceAsStream("001-first.sql")) {
      handle.createScript(new String(script.readAllBytes(), StandardCharsets.UTF_8)).execute();
      handle.execute("PRAGMA user_version = 1");
      handle.execute("ATTACH ? AS today", today.toString());
      for (String table : List.of("detector", "series", "anomaly_group", "anomaly_series")) {
        handle.execute("INSERT INTO main." + table + " SELECT * FROM today." + table);
      }
    }
  }

  private static List<String> kept(Handle handle) {
    TreeSet<String> lines = new TreeSet<>();
    handle
        .createQuery("SELECT * FROM anomaly_value")
        .mapToMap()
        .forEach(row -> lines.add(row.toString()));
    handle
        .createQuery("SELECT * FROM anomaly_width")
        .map(
            (row, context) -> {
              Map<Long, Double> severities = new TreeMap<>();
              GroupWidth.visit(row.getString(3), severities::put);
              return row.getString(1) + " " + row.getInt(2) + " " + severities;
            })
        .forEach(lines::add);
    return List.copyOf(lines);
  }
}
