package dev.tidewatch.generator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.generator.anomaly.Anomaly;
import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.anomaly.DrawnAnomalies;
import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.fault.FaultRates;
import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;
import dev.tidewatch.metricset.MetricSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordStreamTest {
  private static final MetricSet SHOP = Ecommerce.metricSet();
  private static final SeriesCatalog CATALOG = SeriesCatalog.of(SHOP, DimensionValues.DEFAULT);
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(7));
  private static final Ticks TICKS = Ticks.every(Duration.ofMinutes(5));
  private static final FaultRates FAULTS = new FaultRates(0.02, 0.03, 0.04, 0.05, 0.06);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

  @Test
  void sameSeedIsSameRecords() {
    assertThat(sent(stream(0.2, FAULTS), TICKS, Window.whole(START, END)))
        .isEqualTo(sent(stream(0.2, FAULTS), TICKS, Window.whole(START, END)));
  }

  @Test
  void aRunThatIsTakenUpInTheMiddleIsTheSameRun() {
    RecordStream stream = stream(0.2, FaultRates.NONE);
    Instant middle = START.plus(Duration.ofMinutes(3_333));
    List<String> parts = sent(stream, TICKS, Window.whole(START, middle));
    parts.addAll(sent(stream(0.2, FaultRates.NONE), TICKS, Window.whole(middle, END)));

    assertThat(parts).isEqualTo(sent(stream, TICKS, Window.whole(START, END)));
  }

  @Test
  void continuedWindowsTogetherAreOneRunFaultsIncluded() {
    RecordStream stream = stream(0.2, FAULTS);
    List<String> parts = new ArrayList<>();
    for (Instant from = START; from.isBefore(END); from = from.plus(Duration.ofMinutes(35))) {
      parts.addAll(sent(stream, TICKS, Window.continued(from, from.plus(Duration.ofMinutes(35)))));
    }

    assertThat(parts).isEqualTo(sent(stream, TICKS, Window.continued(START, END)));
  }

  @Test
  void legsSideBySideLoseNothingThatIsHeldBetweenThem() {
    RecordStream stream = stream(0, new FaultRates(0.5, 0, 0, 0, 0));
    Instant middle = START.plus(Duration.ofHours(1));
    Collected collected = new Collected();

    stream.send(
        List.of(
            new Leg(TICKS, Window.whole(START, middle)),
            new Leg(TICKS, Window.whole(middle, START.plus(Duration.ofHours(2))))),
        collected);

    assertThat(collected.lines)
        .isEqualTo(sent(stream, TICKS, Window.whole(START, START.plus(Duration.ofHours(2)))));
  }

  @Test
  void valuesDifferFromTheUsualExactlyWhereLabelsSay() {
    RecordStream usual = stream(0, FaultRates.NONE);
    AnomalyPlan plan = new DrawnAnomalies(CATALOG, SHOP.calendar(), 0.3, 7);
    RecordStream touched = new RecordStream(SHOP, CATALOG, plan, FaultRates.NONE, 7);
    List<Anomaly> anomalies = plan.overlapping(START, END);

    List<String> usualLines = sent(usual, TICKS, Window.whole(START, END));
    List<String> touchedLines = sent(touched, TICKS, Window.whole(START, END));

    int unlike = 0;
    int labelled = 0;
    for (int i = 0; i < usualLines.size(); i++) {
      String[] before = usualLines.get(i).split(",");
      String[] after = touchedLines.get(i).split(",");
      for (int measure = 0; measure < 2; measure++) {
        boolean label = isLabelled(anomalies, i % CATALOG.size(), measure, time(before[2]));
        boolean changed = !before[3 + measure].equals(after[3 + measure]);
        assertThat(changed && !label).isFalse();
        unlike += changed ? 1 : 0;
        labelled += label ? 1 : 0;
      }
    }
    assertThat(labelled).isGreaterThan(1_000);
    // A drift starts from nothing, so some of its first values round to the usual ones.
    assertThat(unlike / (double) labelled).isGreaterThan(0.97);
  }

  @Test
  void faultsComeAtTheirRatesAndAreCounted() {
    Collected collected = new Collected();

    StreamTally tally =
        stream(0, FAULTS).send(List.of(new Leg(TICKS, Window.whole(START, END))), collected).get(0);

    double records = tally.made() - tally.missing();
    assertThat(tally.made()).isEqualTo(7 * 288 * 21);
    assertThat(tally.late() / records).isCloseTo(0.02, within(0.003));
    assertThat(tally.duplicates() / records).isCloseTo(0.03, within(0.003));
    assertThat(tally.outOfOrder() / records).isCloseTo(0.04, within(0.003));
    assertThat(tally.malformed() / records).isCloseTo(0.05, within(0.003));
    assertThat(tally.missingIntervals() / (7 * 288.0)).isCloseTo(0.06, within(0.015));
    assertThat(tally.missing()).isEqualTo(tally.missingIntervals() * 21);
    assertThat(tally.sent())
        .isEqualTo(collected.lines.size())
        .isEqualTo(tally.made() - tally.missing() + tally.duplicates());
  }

  @Test
  void lateRecordsComeAfterTheirIntervalHasClosed() {
    List<String> lines =
        sent(stream(0, new FaultRates(0.05, 0, 0, 0, 0.1)), TICKS, Window.continued(START, END));

    long late = 0;
    Instant frontier = Instant.MIN;
    for (String line : lines) {
      Instant time = time(line.split(",")[2]);
      if (time.isBefore(frontier)) {
        Instant closes = SHOP.calendar().intervalOf(time).end().plus(SHOP.lateness());
        assertThat(frontier).isAfterOrEqualTo(closes);
        late++;
      }
      frontier = time.isAfter(frontier) ? time : frontier;
    }
    assertThat(late / (double) lines.size()).isCloseTo(0.05, within(0.005));
  }

  @Test
  void recordsOutOfOrderComeBeforeTheirIntervalCloses() {
    List<String> lines =
        sent(
            stream(0, new FaultRates(0, 0, 0.05, 0, 0.1)),
            Ticks.every(Duration.ofSeconds(20)),
            Window.whole(START, START.plus(Duration.ofHours(6))));

    long behind = 0;
    Instant frontier = Instant.MIN;
    for (String line : lines) {
      Instant time = time(line.split(",")[2]);
      if (time.isBefore(frontier)) {
        Instant closes = SHOP.calendar().intervalOf(time).end().plus(SHOP.lateness());
        assertThat(frontier).isBefore(closes);
        behind++;
      }
      frontier = time.isAfter(frontier) ? time : frontier;
    }
    assertThat(behind / (double) lines.size()).isCloseTo(0.05, within(0.005));
  }

  @Test
  void nothingComesForAMissingInterval() {
    List<String> lines =
        sent(
            stream(0, new FaultRates(0, 0, 0, 0, 0.25)),
            Ticks.every(Duration.ofMinutes(1)),
            Window.whole(START, START.plus(Duration.ofDays(1))));

    Map<Instant, Integer> records = new HashMap<>();
    for (String line : lines) {
      Instant start = SHOP.calendar().intervalOf(time(line.split(",")[2])).start();
      records.merge(start, 1, Integer::sum);
    }
    assertThat(records.values()).containsOnly(5 * 21);
    assertThat(records.size()).isBetween(190, 240);
  }

  @Test
  void aRateSpreadsTheSeriesEvenlyOverTime() {
    List<String> lines =
        sent(
            stream(0, FaultRates.NONE),
            Ticks.ofRate(50, CATALOG.size()),
            Window.whole(START, START.plusSeconds(60)));

    Map<String, Long> bySecond =
        lines.stream()
            .collect(Collectors.groupingBy(line -> line.split(",")[2], Collectors.counting()));
    assertThat(lines).hasSizeBetween(2_999, 3_001);
    assertThat(bySecond.values()).allMatch(count -> count >= 49 && count <= 51);
  }

  @Test
  void endsWhenTheConsumerHasEnough() {
    Collected collected = new Collected();
    collected.enough = 100;

    StreamTally tally =
        stream(0, FaultRates.NONE)
            .send(List.of(new Leg(TICKS, Window.whole(START, Window.FOREVER))), collected)
            .get(0);

    assertThat(tally.made()).isEqualTo(100);
    assertThat(collected.lines).hasSize(100);
  }

  private static RecordStream stream(double anomalyRate, FaultRates faults) {
    AnomalyPlan plan = new DrawnAnomalies(CATALOG, SHOP.calendar(), anomalyRate, 7);
    return new RecordStream(SHOP, CATALOG, plan, faults, 7);
  }

  private static List<String> sent(RecordStream stream, Ticks ticks, Window window) {
    Collected collected = new Collected();
    stream.send(List.of(new Leg(ticks, window)), collected);
    return collected.lines;
  }

  private static boolean isLabelled(
      List<Anomaly> anomalies, int series, int measure, Instant time) {
    return anomalies.stream()
        .anyMatch(
            anomaly ->
                anomaly.scope().covers(series, measure)
                    && !time.isBefore(anomaly.start())
                    && time.isBefore(anomaly.end()));
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
  }

  private static final class Collected implements RecordConsumer {
    private final List<String> lines = new ArrayList<>();
    private int enough = Integer.MAX_VALUE;

    @Override
    public boolean reach(long epochNanos) {
      return lines.size() < enough;
    }

    @Override
    public void take(TimeSeries series, RecordBuffer record) {
      lines.add(new String(record.toByteArray(), StandardCharsets.UTF_8));
    }
  }
}
