package dev.tidewatch.generator.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnAnomaliesTest {
  private static final SeriesCatalog CATALOG =
      SeriesCatalog.of(Ecommerce.metricSet(), DimensionValues.DEFAULT);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void aSeriesSeesAsManyADayAsAskedFor() {
    List<Anomaly> year = drawn(IntervalLength.PT5M, 0.2).overlapping(START, END);

    long seen =
        year.stream()
            .mapToLong(
                anomaly ->
                    CATALOG.series().stream().filter(one -> touches(anomaly, one.index())).count())
            .sum();
    double perSeriesAndDay = seen / (365.0 * CATALOG.size());
    assertThat(perSeriesAndDay).isCloseTo(0.2, within(0.04));
  }

  @Test
  void areTheSameWhateverStretchIsAskedFor() {
    DrawnAnomalies plan = drawn(IntervalLength.PT5M, 0.2);
    Set<String> bitByBit = new LinkedHashSet<>();
    for (Instant from = START; from.isBefore(END); from = from.plus(Duration.ofHours(7))) {
      Instant until = from.plus(Duration.ofHours(7));
      plan.overlapping(from, until.isAfter(END) ? END : until)
          .forEach(anomaly -> bitByBit.add(text(anomaly)));
    }
    List<String> atOnce =
        plan.overlapping(START, END).stream().map(DrawnAnomaliesTest::text).toList();

    assertThat(bitByBit).containsExactlyInAnyOrderElementsOf(atOnce);
  }

  @ParameterizedTest
  @EnumSource(IntervalLength.class)
  void beginAndEndWhereIntervalsDo(IntervalLength length) {
    IntervalCalendar calendar = new IntervalCalendar(length, ZoneOffset.UTC);

    List<Anomaly> year = drawn(length, 0.1).overlapping(START, END);

    assertThat(year).isNotEmpty();
    assertThat(year)
        .allSatisfy(
            anomaly -> {
              assertThat(calendar.intervalOf(anomaly.start()).start()).isEqualTo(anomaly.start());
              assertThat(calendar.intervalOf(anomaly.end()).start()).isEqualTo(anomaly.end());
            });
  }

  @Test
  void haveEveryKindAndScope() {
    List<Anomaly> year = drawn(IntervalLength.PT5M, 0.5).overlapping(START, END);

    assertThat(year.stream().map(Anomaly::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(AnomalyKind.values());
    List<Integer> sizes = new ArrayList<>(year.stream().map(DrawnAnomaliesTest::size).toList());
    assertThat(sizes).contains(1, 3, 7, 21);
    assertThat(year).anyMatch(one -> touchesMeasure(one, 0) && touchesMeasure(one, 1));
    assertThat(year).anyMatch(one -> touchesMeasure(one, 0) && !touchesMeasure(one, 1));
  }

  @Test
  void areInOrderOfStart() {
    assertThat(drawn(IntervalLength.PT5M, 0.5).overlapping(START, END))
        .isSortedAccordingTo(Comparator.comparing(Anomaly::start));
  }

  @Test
  void aRateOfNoughtDrawsNone() {
    assertThat(drawn(IntervalLength.PT5M, 0).overlapping(START, END)).isEmpty();
  }

  @Test
  void refusesARateAboveOne() {
    assertThatThrownBy(() -> drawn(IntervalLength.PT5M, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a series sees 0 to 1 anomalies a day, not 1.5");
  }

  private static DrawnAnomalies drawn(IntervalLength length, double rate) {
    return new DrawnAnomalies(CATALOG, new IntervalCalendar(length, ZoneOffset.UTC), rate, 7);
  }

  private static boolean touches(Anomaly anomaly, int series) {
    return anomaly.scope().covers(series, 0) || anomaly.scope().covers(series, 1);
  }

  private static boolean touchesMeasure(Anomaly anomaly, int measure) {
    return CATALOG.series().stream().anyMatch(one -> anomaly.scope().covers(one.index(), measure));
  }

  private static int size(Anomaly anomaly) {
    return (int) CATALOG.series().stream().filter(one -> touches(anomaly, one.index())).count();
  }

  private static String text(Anomaly anomaly) {
    return anomaly.kind() + " " + anomaly.start() + " " + anomaly.end() + " " + anomaly.factor();
  }
}
