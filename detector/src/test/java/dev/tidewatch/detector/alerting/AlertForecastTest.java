package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
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

class AlertForecastTest {
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

  private AlertForecast forecast(AlertCondition condition, Instant from, Instant to) {
    return database.read(handle -> AlertForecast.of(handle, 1, condition, from, to));
  }

  @Test
  void countsAGroupOnceFromTheThresholdOn() {
    assertThat(forecast(AlertCondition.from(70), FROM, TO).alerts()).isEqualTo(2);
    assertThat(forecast(AlertCondition.from(50), FROM, TO).perWeek()).isEqualTo(1.5);
    assertThat(forecast(AlertCondition.from(90.1), FROM, TO).alerts()).isZero();
  }

  @Test
  void heedsMeasuresAndDimensionsAsAlertsDo() {
    DimensionFilter uk = new DimensionFilter("marketplace", List.of("uk"));
    DimensionFilter de = new DimensionFilter("marketplace", List.of("de"));
    Set<String> revenue = Set.of("revenue");
    assertThat(forecast(new AlertCondition(70, revenue, List.of(uk)), FROM, TO).alerts())
        .isEqualTo(2);
    assertThat(forecast(new AlertCondition(70, revenue, List.of(de)), FROM, TO).alerts()).isZero();
    assertThat(forecast(new AlertCondition(70, Set.of("orders"), List.of()), FROM, TO).alerts())
        .isZero();
  }

  @Test
  void countsGroupsThatBeganInTheTime() {
    assertThat(forecast(AlertCondition.from(0), Facts.START, TO).alerts()).isEqualTo(3);
    assertThat(forecast(AlertCondition.from(0), Facts.START.plusSeconds(1), TO).alerts()).isZero();
    assertThat(forecast(AlertCondition.from(0), FROM, Facts.START).alerts()).isZero();
  }
}
