package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesScorerTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  void findsASpikeInABusySeries() {
    double[] values = Signal.busyDays(288, 21, 1);
    values[5000] += 400;
    PointScore spike = Signal.scores(Signal.every(FIVE_MINUTES), values)[5000];
    assertThat(spike.severity()).isGreaterThan(70);
    assertThat(spike.direction()).isEqualTo(Direction.ABOVE);
    assertThat(spike.upper()).isLessThan(values[5000]);
  }

  @Test
  void findsADropToNothing() {
    double[] values = Signal.busyDays(24, 28, 2);
    values[500] = 0;
    PointScore drop = Signal.scores(Signal.every(HOUR), values)[500];
    assertThat(drop.severity()).isGreaterThan(60);
    assertThat(drop.direction()).isEqualTo(Direction.BELOW);
  }

  @Test
  void knowsTheSeasonAfterAFewDays() {
    PointScore[] scores = Signal.scores(Signal.every(HOUR), Signal.busyDays(24, 28, 3));
    double wrong =
        Arrays.stream(scores)
            .skip(14 * 24)
            .mapToDouble(point -> Math.abs(point.value() - point.expected()))
            .average()
            .orElseThrow();
    assertThat(wrong).isLessThan(25); // noise alone is 16
  }

  @Test
  void learnsALastingShiftWithinADay() {
    double[] values = Signal.busyDays(288, 15, 4);
    for (int i = 14 * 288; i < values.length; i++) {
      values[i] += 300;
    }
    PointScore[] scores = Signal.scores(Signal.every(FIVE_MINUTES), values);
    assertThat(scores[14 * 288].severity()).isGreaterThan(50);
    PointScore last = scores[values.length - 1];
    assertThat(last.expected()).isCloseTo(values[values.length - 1], within(150.0));
  }

  @Test
  void saysNothingSevereBeforeHalfADayOrThirtyValues() {
    double[] values = Signal.values(29, i -> i == 20 ? 1e6 : i);
    for (PointScore point : Signal.scores(Signal.every(Duration.ofDays(1)), values)) {
      assertThat(point.severity()).isZero();
    }
    double[] minutes = Signal.values(720, i -> i == 700 ? 1e6 : i % 7);
    assertThat(Signal.scores(Signal.every(Duration.ofMinutes(1)), minutes))
        .allSatisfy(point -> assertThat(point.severity()).isZero());
  }

  @Test
  void changesNothingForAnIntervalThatIsNotAfterTheLast() {
    SeriesScorer scorer = new SeriesScorer(Signal.every(HOUR));
    Instant last = Signal.START.plus(HOUR.multipliedBy(99));
    for (int i = 0; i < 100; i++) {
      scorer.score(Signal.START.plus(HOUR.multipliedBy(i)), i % 24);
    }
    byte[] before = scorer.snapshot();
    assertThat(scorer.score(last, 1e9).severity()).isZero();
    assertThat(scorer.score(last.minus(HOUR), 1e9).severity()).isZero();
    assertThat(scorer.snapshot()).isEqualTo(before);
  }

  @Test
  void widensTheBandAfterIntervalsWithoutAValue() {
    double[] values = Signal.busyDays(24, 21, 5);
    SeriesScorer scorer = new SeriesScorer(Signal.every(HOUR));
    double width = 0;
    for (int i = 0; i < 480; i++) {
      width = width(scorer.score(Signal.START.plus(HOUR.multipliedBy(i)), values[i]));
    }
    PointScore late = scorer.score(Signal.START.plus(HOUR.multipliedBy(504)), Double.NaN);
    assertThat(late.severity()).isZero();
    assertThat(width(late)).isGreaterThan(1.4 * width);
  }

  @Test
  void aValueLeftOutIsZeroWhereTheRuleSaysSo() {
    double[] values = Signal.busyDays(24, 28, 6);
    SeriesScorer told = new SeriesScorer(Signal.every(HOUR, MissingRule.ZERO));
    SeriesScorer skipped = new SeriesScorer(Signal.every(HOUR, MissingRule.ZERO));
    for (int i = 0; i < values.length; i++) {
      Instant then = Signal.START.plus(HOUR.multipliedBy(i));
      boolean silent = i % 50 == 49;
      told.score(then, silent ? Double.NaN : values[i]);
      if (!silent) {
        skipped.score(then, values[i]);
      }
    }
    assertThat(skipped.snapshot()).isEqualTo(told.snapshot());
  }

  @Test
  void anIntervalWithoutAValueIsSevereWhereItMeansZero() {
    double[] values = Signal.busyDays(24, 28, 7);
    values[600] = Double.NaN;
    PointScore[] zero = Signal.scores(Signal.every(HOUR, MissingRule.ZERO), values);
    PointScore[] carried = Signal.scores(Signal.every(HOUR, MissingRule.CARRY), values);
    assertThat(zero[600].severity()).isGreaterThan(60);
    assertThat(carried[600].value()).isCloseTo(values[599], within(0.001));
    assertThat(carried[600].severity()).isLessThan(50);
  }

  @Test
  void oneAbsurdValueDoesNotMakeItDeaf() {
    double[] values = Signal.busyDays(288, 28, 8);
    values[5000] = Double.POSITIVE_INFINITY;
    values[5100] = 1e300;
    values[7000] += 400;
    PointScore[] scores = Signal.scores(Signal.every(FIVE_MINUTES), values);
    assertThat(scores[5000].severity()).isGreaterThan(70);
    assertThat(scores[5001].severity()).isLessThan(50);
    assertThat(scores[7000].severity()).isGreaterThan(60);
  }

  @Test
  void aConstantSeriesIsQuietUntilItMoves() {
    double[] values = Signal.values(2000, i -> i == 1500 ? 6 : 5);
    PointScore[] scores = Signal.scores(Signal.every(FIVE_MINUTES), values);
    assertThat(scores[1499].severity()).isZero();
    assertThat(scores[1500].severity()).isGreaterThan(50);
  }

  @Test
  void theFirstValueOtherThanZeroIsAsRareAsThePastIsLong() {
    double[] values = Signal.values(2000, i -> i == 1500 ? 1 : 0);
    PointScore[] scores = Signal.scores(Signal.every(FIVE_MINUTES), values);
    assertThat(scores[1499].severity()).isZero();
    assertThat(scores[1500].score()).isCloseTo(StrictMath.log10(1500 * 300), within(0.05));
  }

  @Test
  void spikesThatComeEveryFewHoursAreUsual() {
    double[] values = Signal.values(12 * 24 * 28, i -> i % 97 == 0 ? 100 + i % 13 : 0);
    PointScore[] scores = Signal.scores(Signal.every(FIVE_MINUTES), values);
    assertThat(Arrays.stream(scores).skip(12 * 24 * 14))
        .allSatisfy(point -> assertThat(point.severity()).isLessThan(50));
  }

  @Test
  void asksForMoreWhereManySeriesAreWatched() {
    double[] values = Signal.busyDays(24, 28, 9);
    values[600] += 400;
    SeriesSettings one = Signal.every(HOUR);
    SeriesSettings many = new SeriesSettings(one.interval(), one.zone(), one.missing(), 10_000);
    PointScore alone = Signal.scores(one, values)[600];
    PointScore among = Signal.scores(many, values)[600];
    assertThat(among.score()).isEqualTo(alone.score());
    assertThat(among.severity()).isLessThan(alone.severity());
  }

  @Test
  void followsTheClockOnTheWall() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    SeriesScorer scorer = new SeriesScorer(new SeriesSettings(HOUR, berlin, MissingRule.UNKNOWN));
    Instant then = Instant.parse("2024-02-26T00:00:00Z");
    double most = 0;
    for (int i = 0; i < 24 * 42; i++, then = then.plus(HOUR)) {
      int hour = then.atZone(berlin).getHour();
      double severity = scorer.score(then, hour >= 9 && hour < 17 ? 500 : 100 + i % 5).severity();
      most = i > 24 * 30 ? Math.max(most, severity) : 0; // the clocks change on day 35
    }
    assertThat(most).isLessThan(50);
  }

  @Test
  void keepsAStateOfFourKilobytesAtFiveMinutes() {
    byte[] state = new SeriesScorer(Signal.every(FIVE_MINUTES)).snapshot();
    assertThat(state).hasSizeLessThanOrEqualTo(4096);
  }

  private static double width(PointScore point) {
    return point.upper() - point.lower();
  }
}
