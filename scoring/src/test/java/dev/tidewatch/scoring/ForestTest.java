package dev.tidewatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The engine with forests: for each measure the total and the first scopes of one dimension. */
class ForestTest {
  private static final ScoringSettings SETTINGS = Shop.settings().withForests(4);
  private static final int EVENT = 20 * 24;
  private static final int PLANTED = 2700;

  /** The day stands still for a while: all values are usual ones, only not in this order. */
  private static final Shop SHOP =
      new Shop(
          (interval, platform, marketplace) ->
              interval >= EVENT && interval < EVENT + 12
                  ? day(EVENT + interval % 2 * 12 + 6) / day(interval)
                  : 1);

  private static double day(int interval) {
    return 1 + 0.6 * StrictMath.sin(2 * StrictMath.PI * interval / 24);
  }

  @Test
  void aRestartAtEveryIntervalChangesNothing() {
    ScoringSettings settings = Shop.settings().withForests(2);
    ScoringEngine steady = new ScoringEngine(settings);
    steady.warmStart(SHOP.rows(EVENT - 300, EVENT - 2), Runnable::run, scores -> {});
    ScoringEngine restarted = Snapshots.restored(settings, Snapshots.of(steady));

    for (int interval = EVENT - 2; interval < EVENT + 12; interval++) {
      IntervalScores expected = steady.score(SHOP.rows(interval));
      IntervalScores answered = restarted.score(SHOP.rows(interval));

      assertThat(answered.groups()).isEqualTo(expected.groups());
      assertThat(points(answered)).isEqualTo(points(expected));
      byte[] bytes = Snapshots.of(steady);
      assertThat(Snapshots.of(restarted)).isEqualTo(bytes);
      restarted = Snapshots.restored(settings, bytes);
    }
  }

  /** Two months, so that a leaf is forgotten on the way, and with it a scope that had a forest. */
  @Test
  void historyInOneGoOnThreadsIsHistoryOneByOne() {
    List<IntervalRows> history = new ArrayList<>();
    history.add(IntervalRows.at(Shop.start(0), 2, 2).add(List.of("tv", "us"), 2, 120).build());
    history.addAll(SHOP.rows(1, 60 * 24));
    List<PointScore> oneByOne = new ArrayList<>();
    ScoringEngine steady = new ScoringEngine(SETTINGS);
    history.forEach(rows -> oneByOne.addAll(points(steady.score(rows))));

    List<PointScore> inOneGo = new ArrayList<>();
    ScoringEngine fast = new ScoringEngine(SETTINGS);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      fast.warmStart(history, threads, scores -> inOneGo.addAll(points(scores)));
    } finally {
      threads.shutdownNow();
    }

    assertThat(inOneGo).isEqualTo(oneByOne);
    assertThat(Snapshots.of(fast)).isEqualTo(Snapshots.of(steady));
  }

  /** A saw of seven intervals is noise to who knows days and weeks; once it runs backwards. */
  @Test
  void findsAShapeThatTheEngineDoesNotSeeAndChangesNothingElse() {
    ScoringSettings settings =
        ScoringSettings.of(
            Duration.ofMinutes(5),
            ZoneOffset.UTC,
            List.of(MeasureSettings.of("orders", Aggregation.SUM)),
            List.of());
    ScoringEngine without = new ScoringEngine(settings);
    ScoringEngine with = new ScoringEngine(settings.withForests(1));
    List<Integer> shapes = new ArrayList<>();
    for (int i = 0; i < PLANTED + 100; i++) {
      double noise = 0.1 * new SplittableRandom(i).nextDouble();
      double value = 100 + noise + (i >= PLANTED && i < PLANTED + 12 ? 6 - i % 7 : i % 7);
      IntervalRows rows =
          IntervalRows.at(Shop.OPENING.plus(Duration.ofMinutes(5L * i)), 0, 1)
              .add(List.of(), value)
              .build();
      PointScore own = without.score(rows).point(0, 0);
      PointScore point = with.score(rows).point(0, 0);
      if (point.trouble() == Trouble.SHAPE) {
        shapes.add(i);
        assertThat(point.score()).isGreaterThan(own.score());
        assertThat(point.expected()).isEqualTo(own.expected());
      } else {
        assertThat(point).isEqualTo(own);
      }
    }
    assertThat(shapes).anyMatch(i -> i >= PLANTED && i < PLANTED + 20);
  }

  @Test
  void aSnapshotWithoutForestsIsNoneOfAnEngineWithThem() {
    byte[] bytes = Snapshots.of(new ScoringEngine(Shop.settings()));

    assertThatThrownBy(() -> Snapshots.restored(SETTINGS, bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the snapshot was made with other settings: nothing more, not forests 4");
  }

  private static List<PointScore> points(IntervalScores scores) {
    List<PointScore> points = new ArrayList<>();
    for (int measure = 0; measure < scores.measures().size(); measure++) {
      for (int series = 0; series < scores.series(); series++) {
        points.add(scores.point(measure, series));
      }
    }
    return points;
  }
}
