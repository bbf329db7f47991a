package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.overview.FiringCounts;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiringCountsTest {
  private static final Instant FROM = Facts.START.minus(Duration.ofDays(7));
  private static final Instant TO = Facts.START.plus(Duration.ofDays(7));

  @TempDir Path folder;

  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    database.change(
        handle -> {
          Facts.declare(handle, 70);
          handle.execute("INSERT INTO series VALUES (1, 0, '{\"marketplace\":\"uk\"}')");
          for (GroupChange change :
              List.of(
                  Facts.change(1, 90, false),
                  Facts.change(2, 60, false),
                  Facts.change(3, 70, true))) {
            Groups.write(handle, change);
          }
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private FiringCounts forecast(AlertCondition condition, Instant from, Instant to) {
    return database.read(
        handle -> FiringCounts.read(handle, 1, condition, new TimeRange(from, to)));
  }

  @Test
  void countsAGroupOnceFromTheThresholdOn() {
    assertThat(forecast(AlertCondition.from(0), FROM, TO).at(70)).isEqualTo(2);
    assertThat(forecast(AlertCondition.from(0), FROM, TO).perWeek(50)).isEqualTo(1.5);
    assertThat(forecast(AlertCondition.from(0), FROM, TO).at(90.1)).isZero();
  }

  @Test
  void heedsMeasuresAndDimensionsAsAlertsDo() {
    DimensionFilter uk = new DimensionFilter("marketplace", List.of("uk"));
    DimensionFilter de = new DimensionFilter("marketplace", List.of("de"));
    Set<String> revenue = Set.of("revenue");
    assertThat(forecast(new AlertCondition(70, revenue, List.of(uk)), FROM, TO).at(70))
        .isEqualTo(2);
    assertThat(forecast(new AlertCondition(70, revenue, List.of(de)), FROM, TO).at(70)).isZero();
    assertThat(forecast(new AlertCondition(70, Set.of("orders"), List.of()), FROM, TO).at(70))
        .isZero();
  }

  @Test
  void countsGroupsThatBeganInTheTime() {
    assertThat(forecast(AlertCondition.from(0), Facts.START, TO).at(0)).isEqualTo(3);
    assertThat(forecast(AlertCondition.from(0), Facts.START.plusSeconds(1), TO).at(0)).isZero();
    assertThat(forecast(AlertCondition.from(0), FROM, Facts.START).at(0)).isZero();
  }
}
