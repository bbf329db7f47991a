package dev.tidewatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.group.GroupSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals and rows that do not come as they should. */
class UnevenIntervalsTest {
  private static final int THREE_WEEKS = 21 * 24;

  @Test
  void doesNotTakeALateOrRepeatedInterval() {
    ScoringEngine engine = learnt();
    byte[] before = Snapshots.of(engine);

    IntervalScores repeated = engine.score(Shop.quiet().rows(THREE_WEEKS - 1));
    IntervalScores late = engine.score(Shop.quiet().rows(7));

    assertThat(repeated.taken()).isFalse();
    assertThat(late.taken()).isFalse();
    assertThat(late.groups()).isEmpty();
    assertThat(late.series()).isZero();
    assertThat(Snapshots.of(engine)).isEqualTo(before);
  }

  @Test
  void missingIntervalsAreNoAnomaly() {
    ScoringEngine engine = learnt();

    IntervalScores scores = engine.score(Shop.quiet().rows(THREE_WEEKS + 5));

    assertThat(scores.taken()).isTrue();
    assertThat(scores.groups()).isEmpty();
    assertThat(scores.point(0, 0).severity()).isLessThan(50);
  }

  @Test
  void aGroupDoesNotGoOnAfterMonthsWithoutIntervals() {
    Shop shop = new Shop((interval, platform, marketplace) -> interval >= THREE_WEEKS ? 0.05 : 1);
    ScoringEngine engine = learnt();
    engine.score(shop.rows(THREE_WEEKS));

    IntervalScores scores = engine.score(shop.rows(THREE_WEEKS + 24 * 7 * 9));

    GroupEvent first = scores.groups().get(0);
    assertThat(first.kind()).isEqualTo(GroupEvent.Kind.CLOSED);
    assertThat(first.group().end()).isEqualTo(Shop.start(THREE_WEEKS));
    assertThat(scores.groups()).noneMatch(event -> event.kind() == GroupEvent.Kind.GREW);
  }

  @Test
  void knowsNoSeriesThatComeLaterAndNoneWhereNothingWasTaken() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    List<IntervalScores> answers = new ArrayList<>();
    engine.warmStart(
        List.of(Shop.quiet().rows(0), with("tv", "us", 1, 2, 120), Shop.quiet().rows(0)),
        Runnable::run,
        answers::add);

    int later = answers.get(1).series() - 1;
    assertThatThrownBy(() -> answers.get(0).scope(later))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> answers.get(0).measures().get(0).point(later))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> answers.get(2).point(0, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aLostRowIsNoOutage() {
    ScoringEngine engine = learnt();

    IntervalScores scores = engine.score(without("web", "fr", THREE_WEEKS));

    assertThat(scores.groups()).isEmpty();
    assertThat(scores.point(0, 0).severity()).isLessThan(50);
  }

  @Test
  void aLeafThatStaysAwayIsOne() {
    ScoringEngine engine = learnt();
    List<GroupEvent> events = new ArrayList<>();

    for (int interval = THREE_WEEKS; interval < THREE_WEEKS + 3; interval++) {
      events.addAll(engine.score(without("web", "fr", interval)).groups());
    }

    assertThat(events).isNotEmpty();
    assertThat(events.get(0).group().measure()).isEqualTo("orders");
    assertThat(events.get(events.size() - 1).group().scope().values())
        .containsEntry("platform", "web")
        .containsEntry("marketplace", "fr");
  }

  @Test
  void anEmptyIntervalIsTakenAndTheSecondOneIsAnOutage() {
    ScoringEngine engine = learnt();

    IntervalScores first = engine.score(IntervalRows.at(Shop.start(THREE_WEEKS), 2, 2).build());
    IntervalScores second =
        engine.score(IntervalRows.at(Shop.start(THREE_WEEKS + 1), 2, 2).build());

    assertThat(first.taken()).isTrue();
    assertThat(first.groups()).isEmpty();
    assertThat(second.point(0, 0).value()).isZero();
    assertThat(second.groups()).hasSize(1);
  }

  @Test
  void aNewDimensionValueIsNoAlarmByItself() {
    ScoringEngine engine = learnt();
    List<GroupEvent> events = new ArrayList<>();

    for (int interval = THREE_WEEKS; interval < THREE_WEEKS + 24; interval++) {
      events.addAll(engine.score(with("tv", "us", interval, 2, 120)).groups());
    }

    assertThat(events).isEmpty();
  }

  @Test
  void leavesOutWhatIsBeyondTheQuotaAndCountsIt() {
    ScoringSettings settings = Shop.settings();
    ScoringEngine engine =
        new ScoringEngine(
            new ScoringSettings(
                settings.interval(),
                settings.zone(),
                settings.measures(),
                settings.dimensions(),
                12,
                GroupSettings.DEFAULT));
    engine.score(Shop.quiet().rows(0));

    IntervalScores scores = engine.score(with("tv", "us", 1, 2, 120));

    assertThat(scores.rowsBeyondQuota()).isEqualTo(1);
    assertThat(scores.series()).isEqualTo(20);
  }

  @Test
  void forgetsLeavesThatWereNotSeenForFourWeeks() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    engine.score(with("tv", "us", 0, 2, 120));

    engine.warmStart(Shop.quiet().rows(1, 60 * 24), Runnable::run, scores -> {});

    IntervalScores scores = engine.score(Shop.quiet().rows(60 * 24));
    assertThat(scores.series()).isEqualTo(20);
    assertThat(scores.groups()).isEmpty();
  }

  @Test
  void takesAnyNumbers() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    double[] odd = {0, -1e300, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, -5};
    for (int interval = 0; interval < 400; interval++) {
      double value = odd[interval % odd.length];
      engine.score(
          IntervalRows.at(Shop.start(interval), 2, 2).add(List.of("", "x"), value, value).build());
    }

    assertThat(Snapshots.restored(engine)).isNotNull();
  }

  @Test
  void refusesRowsOfAnotherShape() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());

    assertThatThrownBy(() -> engine.score(IntervalRows.at(Shop.OPENING, 1, 2).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 dimensions and 2 measures, the settings 2 and 2");
  }

  @Test
  void worksWithoutDimensions() {
    ScoringSettings settings =
        ScoringSettings.of(
            Shop.HOUR, Shop.settings().zone(), Shop.settings().measures(), List.of());
    ScoringEngine engine = new ScoringEngine(settings);

    for (int interval = 0; interval < 400; interval++) {
      double value = 100 + interval % 24 + (interval * 7919L % 13) / 10.0;
      engine.score(IntervalRows.at(Shop.start(interval), 0, 2).add(List.of(), value, 1).build());
    }
    IntervalScores scores =
        engine.score(IntervalRows.at(Shop.start(400), 0, 2).add(List.of(), 0, 1).build());

    assertThat(scores.series()).isEqualTo(1);
    assertThat(scores.groups()).hasSize(1);
    assertThat(scores.groups().get(0).group().contributions()).isEmpty();
  }

  private static ScoringEngine learnt() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    engine.warmStart(Shop.quiet().rows(0, THREE_WEEKS), Runnable::run, scores -> {});
    return engine;
  }

  private static IntervalRows without(String platform, String marketplace, int interval) {
    return copy(interval, platform, marketplace).build();
  }

  private static IntervalRows with(
      String platform, String marketplace, int interval, double orders, double latency) {
    return copy(interval, "", "").add(List.of(platform, marketplace), orders, latency).build();
  }

  private static IntervalRows.Builder copy(int interval, String platform, String marketplace) {
    IntervalRows rows = Shop.quiet().rows(interval);
    IntervalRows.Builder copy = IntervalRows.at(rows.start(), 2, 2);
    for (int row = 0; row < rows.size(); row++) {
      String ofPlatform = rows.dimension(0, row);
      String ofMarketplace = rows.dimension(1, row);
      if (!ofPlatform.equals(platform) || !ofMarketplace.equals(marketplace)) {
        copy.add(List.of(ofPlatform, ofMarketplace), rows.measure(0, row), rows.measure(1, row));
      }
    }
    return copy;
  }
}
