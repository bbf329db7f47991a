package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class WatchesTest {
  private static final int DAY = 288;
  private static final int ONSET = 20 * DAY;
  private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");

  @Test
  void tellsALevelThatMovedBelowWhatAnOutlierNeeds() {
    List<PointScore> scores = score(i -> season(i) + noise(i) + (i >= ONSET ? 2.5 : 0), ONSET + 72);

    assertThat(alerts(scores, ONSET, 50)).containsAnyOf(Trouble.SHIFT, Trouble.DRIFT);
  }

  @Test
  void tellsALeak() {
    List<PointScore> scores =
        score(i -> season(i) + noise(i) + Math.max(0, i - ONSET) * 0.03, ONSET + 144);

    assertThat(alerts(scores, ONSET, 50)).containsAnyOf(Trouble.SHIFT, Trouble.DRIFT);
  }

  @Test
  void tellsADayThatDoesNotComeThoughTheLevelIsFollowedWithinMinutes() {
    List<PointScore> scores =
        score(i -> i < ONSET ? season(i) + noise(i) : season(0) + noise(i), ONSET + 144);

    assertThat(alerts(scores, ONSET, 60)).contains(Trouble.DRIFT);
  }

  @Test
  void tellsValuesThatScatterMore() {
    List<PointScore> scores = score(i -> season(i) + noise(i) * (i >= ONSET ? 2 : 1), ONSET + 144);

    assertThat(alerts(scores, ONSET, 50)).contains(Trouble.VARIANCE);
  }

  @Test
  void tellsNoiseThatVanished() {
    List<PointScore> scores = score(i -> season(i) + (i < ONSET ? noise(i) : 0), ONSET + 288);

    assertThat(alerts(scores, ONSET, 50)).contains(Trouble.VARIANCE);
  }

  @Test
  void tellsValuesThatStandStill() {
    List<PointScore> scores = score(i -> Math.rint(season(i) + noise(i)), ONSET);
    List<PointScore> stuck =
        score(i -> i < ONSET ? Math.rint(10 * (season(i) + noise(i))) : 1000, ONSET + 8);

    assertThat(alerts(scores, 0, 60)).doesNotContain(Trouble.FLATLINE);
    assertThat(alerts(stuck, ONSET, 50)).contains(Trouble.FLATLINE);
  }

  @Test
  void leavesAloneASeriesThatMostlyStandsStill() {
    List<PointScore> scores = score(i -> i % 40 == 0 ? 1 + noise(i) : 0, ONSET + DAY);

    assertThat(alerts(scores, 0, 0)).doesNotContain(Trouble.FLATLINE);
  }

  @Test
  void namesASeasonThatComesLate() {
    List<PointScore> scores = score(i -> season(i < ONSET ? i : i - 24) + noise(i), ONSET + 144);

    assertThat(alerts(scores, ONSET, 50)).contains(Trouble.PHASE);
  }

  @Test
  void staysSilentOnHealthySeries() {
    List<PointScore> steady = score(i -> 100 + noise(i), 60 * DAY);
    List<PointScore> seasonal = score(i -> season(i) + noise(i), 60 * DAY);
    List<PointScore> counts = score(i -> Math.max(0, Math.rint(1 + noise(i))), 60 * DAY);

    for (List<PointScore> scores : List.of(steady, seasonal, counts)) {
      assertThat(alerts(scores, 0, 70)).isSubsetOf(Trouble.OUTLIER);
      assertThat(alerts(scores, 0, 50).stream().filter(t -> t != Trouble.OUTLIER))
          .hasSizeLessThan(6);
    }
  }

  @Test
  void tellsLastingTroubleOnce() {
    List<PointScore> scores = score(i -> season(i) + noise(i) + (i >= ONSET ? 3 : 0), ONSET + DAY);

    assertThat(alerts(scores, ONSET, 50).stream().filter(t -> t != Trouble.OUTLIER))
        .hasSizeBetween(1, 8);
  }

  @Test
  void saysTheSameOfTheSameValues() {
    IntToDoubleFunction series = i -> season(i) + noise(i) + (i >= ONSET ? 2 : 0);

    assertThat(score(series, ONSET + DAY)).isEqualTo(score(series, ONSET + DAY));
  }

  private static double season(int i) {
    return 100 + 20 * StrictMath.sin(2 * StrictMath.PI * i / DAY);
  }

  private static double noise(int i) {
    return new Random(i * 7919L).nextGaussian();
  }

  private static List<PointScore> score(IntToDoubleFunction series, int values) {
    Duration interval = Duration.ofMinutes(5);
    SeriesScorer scorer =
        new SeriesScorer(new SeriesSettings(interval, ZoneOffset.UTC, MissingRule.UNKNOWN));
    List<PointScore> scores = new ArrayList<>();
    for (int i = 0; i < values; i++) {
      scores.add(scorer.score(START.plus(interval.multipliedBy(i)), series.applyAsDouble(i)));
    }
    return scores;
  }

  private static List<Trouble> alerts(List<PointScore> scores, int from, double severity) {
    return scores.subList(from, scores.size()).stream()
        .filter(score -> score.severity() >= severity)
        .map(PointScore::trouble)
        .toList();
  }
}
