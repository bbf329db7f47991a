package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPolicyTest {
  @ParameterizedTest
  @CsvSource({
    // opened, heard, ended, highest told, severity, open, what is told
    "false, false, false, NONE, 69.99, true, ",
    "false, false, false, NONE, 70, true, OPENED",
    "false, false, false, NONE, 90, false, ",
    "true, true, false, MAJOR, 74.99, true, ",
    "true, true, false, MAJOR, 75, true, RAISED",
    "true, false, false, MAJOR, 75, true, RAISED",
    "true, true, false, CRITICAL, 99, true, ",
    "true, true, false, CRITICAL, 10, true, ",
    "true, true, false, CRITICAL, 10, false, ENDED",
    "true, false, false, CRITICAL, 10, false, ",
    "true, true, true, CRITICAL, 10, false, ",
    "true, true, true, MAJOR, 90, true, "
  })
  void tellsOnceAndEachRiseAndTheEnd(
      boolean opened,
      boolean heard,
      boolean ended,
      SeverityClass highest,
      double severity,
      boolean open,
      EventKind kind) {
    Told told = new Told(opened, heard, ended, highest);
    assertThat(
            AlertPolicy.decide(
                Facts.rule(70, Set.of(), List.of()), Facts.change(1, severity, open), told))
        .isEqualTo(Optional.ofNullable(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "revenue, marketplace, uk, true",
    "orders, marketplace, uk, false",
    "revenue, marketplace, de, false", // contributes 9 of 100
    "revenue, platform, uk, false"
  })
  void looksAtMeasureAndDimensions(String measure, String dimension, String value, boolean fires) {
    AlertRule rule =
        Facts.rule(
            70, Set.of(measure), List.of(new DimensionFilter(dimension, List.of("fr", value))));
    assertThat(rule.fires(Facts.change(1, 80, true))).isEqualTo(fires);
  }

  @Test
  void needsEveryDimensionFilter() {
    DimensionFilter met = new DimensionFilter("marketplace", List.of("uk"));
    DimensionFilter unmet = new DimensionFilter("platform", List.of("app"));
    assertThat(Facts.rule(0, Set.of(), List.of(met)).fires(Facts.change(1, 1, true))).isTrue();
    assertThat(Facts.rule(0, Set.of(), List.of(met, unmet)).fires(Facts.change(1, 1, true)))
        .isFalse();
  }
}
