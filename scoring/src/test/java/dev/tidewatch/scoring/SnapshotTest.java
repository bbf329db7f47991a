package dev.tidewatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final int EVENT = 20 * 24;

  /** With an event that is going on when most restarts happen. */
  private static final Shop SHOP =
      new Shop(
          (interval, platform, marketplace) ->
              interval >= EVENT && interval < EVENT + 6 && marketplace.equals("us") ? 2 : 1);

  @Test
  void aRestartAtEveryIntervalChangesNothing() {
    ScoringEngine steady = learnt();
    ScoringEngine restarted = Snapshots.restored(steady);

    for (int interval = EVENT - 2; interval < EVENT + 20; interval++) {
      IntervalScores expected = steady.score(SHOP.rows(interval));
      IntervalScores answered = restarted.score(SHOP.rows(interval));

      assertThat(answered.groups()).isEqualTo(expected.groups());
      assertThat(points(answered)).isEqualTo(points(expected));
      assertThat(Snapshots.of(restarted)).isEqualTo(Snapshots.of(steady));
      restarted = Snapshots.restored(restarted);
    }
  }

  @Test
  void historyInOneGoIsHistoryOneByOne() {
    List<IntervalRows> history = new ArrayList<>(SHOP.rows(0, 40 * 24));
    history.add(300, SHOP.rows(17));
    history.remove(200);
    history.subList(500, 520).clear();
    List<IntervalScores> oneByOne = new ArrayList<>();
    ScoringEngine steady = new ScoringEngine(Shop.settings());
    history.forEach(rows -> oneByOne.add(steady.score(rows)));

    List<IntervalScores> inOneGo = new ArrayList<>();
    ScoringEngine fast = new ScoringEngine(Shop.settings());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      fast.warmStart(history, threads, inOneGo::add);
    } finally {
      threads.shutdownNow();
    }

    assertThat(Snapshots.of(fast)).isEqualTo(Snapshots.of(steady));
    assertThat(inOneGo).hasSameSizeAs(oneByOne);
    for (int i = 0; i < inOneGo.size(); i++) {
      assertThat(inOneGo.get(i).taken()).isEqualTo(oneByOne.get(i).taken());
      assertThat(inOneGo.get(i).groups()).isEqualTo(oneByOne.get(i).groups());
      assertThat(points(inOneGo.get(i))).isEqualTo(points(oneByOne.get(i)));
    }
  }

  @Test
  void saysNothingOfValuesThatOnlyComeLaterInTheHistory() {
    List<IntervalRows> history = new ArrayList<>(SHOP.rows(0, EVENT + 2));
    for (int interval = EVENT + 2; interval < EVENT + 6; interval++) {
      history.add(SHOP.rowsAnd("tv", "us", interval));
    }
    ScoringEngine steady = new ScoringEngine(Shop.settings());
    List<GroupEvent> oneByOne = new ArrayList<>();
    history.forEach(rows -> oneByOne.addAll(steady.score(rows).groups()));

    List<GroupEvent> inOneGo = new ArrayList<>();
    new ScoringEngine(Shop.settings())
        .warmStart(history, Runnable::run, scores -> inOneGo.addAll(scores.groups()));

    assertThat(oneByOne).isNotEmpty();
    assertThat(inOneGo).isEqualTo(oneByOne);
  }

  @Test
  void refusesOtherNamesThatOnlyLookAlike() {
    byte[] bytes = Snapshots.of(new ScoringEngine(dimensions("a, b")));

    assertThatThrownBy(() -> Snapshots.restored(dimensions("a", "b"), bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other settings");
    assertThat(Snapshots.restored(dimensions("a, b"), bytes)).isNotNull();
  }

  private static ScoringSettings dimensions(String... names) {
    return ScoringSettings.of(
        Shop.HOUR, Shop.settings().zone(), Shop.settings().measures(), List.of(names));
  }

  @Test
  void refusesDamagedBytesWhereverTheyAreDamaged() {
    byte[] bytes = Snapshots.of(learnt());

    for (int at = 0; at < bytes.length; at += 1 + bytes.length / 200) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      assertThatThrownBy(() -> Snapshots.restored(Shop.settings(), damaged))
          .isInstanceOf(DamagedSnapshot.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void refusesBytesThatEndTooEarly() {
    byte[] bytes = Snapshots.of(learnt());

    for (int length : new int[] {0, 3, 8, 100, bytes.length / 2, bytes.length - 1}) {
      assertThatThrownBy(() -> Snapshots.restored(Shop.settings(), Arrays.copyOf(bytes, length)))
          .isInstanceOf(DamagedSnapshot.class)
          .hasMessageContaining("ends too early");
    }
  }

  @Test
  void saysWhichSettingsDiffer() {
    ScoringSettings hourly = Shop.settings();
    byte[] bytes = Snapshots.of(new ScoringEngine(hourly));
    ScoringSettings daily =
        ScoringSettings.of(
            Duration.ofDays(1), hourly.zone(), hourly.measures(), hourly.dimensions());

    assertThatThrownBy(() -> Snapshots.restored(daily, bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the snapshot was made with other settings: interval PT1H, not interval PT24H");
  }

  @Test
  void leavesTheStreamOpenBehindItself() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ScoringEngine engine = learnt();
    engine.snapshot(out);
    engine.snapshot(out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

    ScoringEngine.restore(Shop.settings(), in);
    ScoringEngine second = ScoringEngine.restore(Shop.settings(), in);

    assertThat(Snapshots.of(second)).isEqualTo(Snapshots.of(engine));
    assertThat(in.available()).isZero();
  }

  private static ScoringEngine learnt() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    engine.warmStart(SHOP.rows(0, EVENT - 2), Runnable::run, scores -> {});
    return engine;
  }

  private static List<String> points(IntervalScores scores) {
    List<String> points = new ArrayList<>();
    for (int measure = 0; measure < scores.measures().size(); measure++) {
      for (int series = 0; series < scores.series(); series++) {
        points.add(scores.scope(series) + " " + scores.point(measure, series));
      }
    }
    return points;
  }
}
