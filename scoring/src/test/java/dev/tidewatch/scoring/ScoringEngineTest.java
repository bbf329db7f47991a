package dev.tidewatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.series.PointScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringEngineTest {
  private static final int THREE_WEEKS = 21 * 24;

  @Test
  void expectsOfEveryPartOfTheCubeWhatItUsedToShow() {
    ScoringEngine engine = learnt(Shop.quiet(), THREE_WEEKS);

    IntervalScores scores = engine.score(Shop.quiet().rows(THREE_WEEKS));

    assertThat(scores.series()).isEqualTo(1 + 3 + 4 + 12);
    for (int series = 0; series < scores.series(); series++) {
      PointScore orders = scores.point(0, series);
      assertThat(orders.value())
          .as("%s", scores.scope(series))
          .isBetween(orders.lower(), orders.upper());
      assertThat(orders.severity()).isLessThan(50);
    }
  }

  @Test
  void addsUpSumsAndAveragesAverages() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    IntervalRows rows =
        IntervalRows.at(Shop.OPENING, 2, 2)
            .add(List.of("ios", "us"), 3, 100)
            .add(List.of("web", "us"), 4, 200)
            .build();

    IntervalScores scores = engine.score(rows);

    int us = series(scores, Map.of("marketplace", "us"));
    assertThat(scores.point(0, us).value()).isEqualTo(7);
    assertThat(scores.point(1, us).value()).isEqualTo(150);
  }

  @Test
  void countsRowsOfTheSameLeafAsOne() {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    IntervalRows rows =
        IntervalRows.at(Shop.OPENING, 2, 2)
            .add(List.of("ios", "us"), 3, 100)
            .add(List.of("ios", "us"), 4, 200)
            .build();

    IntervalScores scores = engine.score(rows);

    assertThat(scores.point(0, 0).value()).isEqualTo(7);
    assertThat(scores.point(1, 0).value()).isEqualTo(150);
  }

  @Test
  void tellsOfAnOutageWhileItLastsAndNamesItsScope() {
    Shop shop =
        new Shop(
            (interval, platform, marketplace) ->
                interval >= THREE_WEEKS && interval < THREE_WEEKS + 3 && platform.equals("ios")
                    ? 0.1
                    : 1);
    List<GroupEvent> events =
        events(learnt(shop, THREE_WEEKS), shop.rows(THREE_WEEKS, THREE_WEEKS + 30));

    List<GroupEvent> orders =
        events.stream().filter(event -> event.group().measure().equals("orders")).toList();
    assertThat(orders.get(0).kind()).isEqualTo(GroupEvent.Kind.OPENED);
    assertThat(orders.get(1).kind()).isEqualTo(GroupEvent.Kind.GREW);
    AnomalyGroup first = orders.get(2).group();
    assertThat(first.start()).isEqualTo(Shop.start(THREE_WEEKS));
    assertThat(first.end()).isEqualTo(Shop.start(THREE_WEEKS + 2));
    assertThat(first.severity()).isGreaterThan(90);
    assertThat(first.scope()).isEqualTo(new Scope(Map.of("platform", "ios")));
    assertThat(named(first)).containsExactly("platform=ios");
    assertThat(orders).anyMatch(event -> event.kind() == GroupEvent.Kind.CLOSED);
    assertThat(events).allMatch(event -> event.group().measure().equals("orders"));
  }

  @Test
  void namesNoValueWhenEverythingChanges() {
    Shop shop = new Shop((interval, platform, marketplace) -> interval >= THREE_WEEKS ? 0.5 : 1);

    List<GroupEvent> events =
        events(learnt(shop, THREE_WEEKS), shop.rows(THREE_WEEKS, THREE_WEEKS + 1));

    assertThat(events).hasSize(1);
    assertThat(named(events.get(0).group())).isEmpty();
    assertThat(events.get(0).group().scope().values()).isEmpty();
  }

  @Test
  void contributionsOfADimensionAreAHundredTogether() {
    Shop shop =
        new Shop(
            (interval, platform, marketplace) ->
                interval >= THREE_WEEKS && marketplace.equals("de") ? 3 : 1);

    AnomalyGroup group =
        events(learnt(shop, THREE_WEEKS), shop.rows(THREE_WEEKS, THREE_WEEKS + 1)).get(0).group();

    for (String dimension : List.of("platform", "marketplace")) {
      double sum =
          group.contributions().stream()
              .filter(each -> each.dimension().equals(dimension))
              .mapToDouble(Contribution::score)
              .sum();
      assertThat(sum).isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void keepsTwoEventsInPartsWithoutCommonLeavesApart() {
    Shop shop =
        new Shop(
            (interval, platform, marketplace) -> {
              boolean first = interval >= THREE_WEEKS && platform.equals("ios");
              boolean second = interval >= THREE_WEEKS + 6 && platform.equals("web");
              return first ? 1 + 0.5 * (interval - THREE_WEEKS + 1) : second ? 20 : 1;
            });

    List<GroupEvent> events =
        events(learnt(shop, THREE_WEEKS), shop.rows(THREE_WEEKS, THREE_WEEKS + 9));

    assertThat(events.stream().filter(event -> event.kind() == GroupEvent.Kind.OPENED))
        .extracting(event -> event.group().scope())
        .containsExactly(
            new Scope(Map.of("platform", "ios")), new Scope(Map.of("platform", "web")));
  }

  @Test
  void seesNothingSevereInWeeksOfQuiet() {
    List<GroupEvent> events = new ArrayList<>();
    ScoringEngine engine = new ScoringEngine(Shop.settings());

    engine.warmStart(
        Shop.quiet().rows(0, 6 * 7 * 24), Runnable::run, scores -> events.addAll(scores.groups()));

    assertThat(events).filteredOn(event -> event.group().severity() >= 70).isEmpty();
  }

  @Test
  void isHonestlySilentAtFirst() {
    Shop shop = new Shop((interval, platform, marketplace) -> interval == 5 ? 30 : 1);

    assertThat(events(new ScoringEngine(Shop.settings()), shop.rows(0, 12))).isEmpty();
  }

  private static ScoringEngine learnt(Shop shop, int intervals) {
    ScoringEngine engine = new ScoringEngine(Shop.settings());
    engine.warmStart(shop.rows(0, intervals), Runnable::run, scores -> {});
    return engine;
  }

  private static List<GroupEvent> events(ScoringEngine engine, List<IntervalRows> intervals) {
    List<GroupEvent> events = new ArrayList<>();
    intervals.forEach(rows -> events.addAll(engine.score(rows).groups()));
    return events;
  }

  private static List<String> named(AnomalyGroup group) {
    return group.contributions().stream()
        .filter(each -> each.score() >= 50)
        .map(each -> each.dimension() + "=" + each.value())
        .toList();
  }

  private static int series(IntervalScores scores, Map<String, String> scope) {
    int series = 0;
    while (!scores.scope(series).values().equals(scope)) {
      series++;
    }
    return series;
  }
}
