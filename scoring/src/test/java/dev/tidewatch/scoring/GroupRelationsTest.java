package dev.tidewatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.group.Related;
import dev.tidewatch.scoring.relation.Relation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupRelationsTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<String> PLATFORMS = List.of("ios", "android", "web", "tv");
  private static final ScoringSettings SETTINGS =
      ScoringSettings.of(
          Duration.ofHours(1),
          ZoneOffset.UTC,
          List.of(
              MeasureSettings.of("views", Aggregation.SUM),
              MeasureSettings.of("orders", Aggregation.SUM)),
          List.of("platform"));
  private static final int HISTORY = 24 * 28;

  private final Random random = new Random(1);

  /** Orders are a tenth of views, with noise of their own. */
  private IntervalRows hour(int hour, double viewsOnWeb) {
    IntervalRows.Builder rows = IntervalRows.at(BEGIN.plus(Duration.ofHours(hour)), 1, 2);
    for (int i = 0; i < PLATFORMS.size(); i++) {
      double size = 2000 * (i + 1) * (1.2 + Math.sin(hour * Math.PI / 12));
      double swing = 1 + 0.05 * random.nextGaussian();
      double views = size * swing * (i == 2 ? viewsOnWeb : 1);
      double orders = views / 10 + Math.sqrt(views / 10) * random.nextGaussian();
      rows.add(List.of(PLATFORMS.get(i)), Math.rint(views), Math.rint(orders));
    }
    return rows.build();
  }

  private List<IntervalRows> month() {
    List<IntervalRows> rows = new ArrayList<>();
    for (int hour = 0; hour < HISTORY; hour++) {
      rows.add(hour(hour, 1));
    }
    for (int hour = HISTORY; hour < HISTORY + 4; hour++) {
      rows.add(hour(hour, 0.3));
    }
    return rows;
  }

  private static AnomalyGroup last(List<GroupEvent> events, String measure) {
    return events.stream()
        .map(GroupEvent::group)
        .filter(group -> group.measure().equals(measure))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  @Test
  void aGroupNamesWhatItAffectsAndWhatCausedIt() {
    ScoringEngine engine = new ScoringEngine(SETTINGS);
    List<GroupEvent> events = new ArrayList<>();
    engine.warmStart(month(), Runnable::run, scores -> events.addAll(scores.groups()));
    assertThat(last(events, "views").related())
        .extracting(Related::measure, Related::relation)
        .containsExactly(tuple("orders", Relation.EFFECT));
    assertThat(last(events, "orders").related())
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.relation()).isEqualTo(Relation.CAUSE);
              assertThat(cause.contributionPercent()).isGreaterThan(80);
            });
  }

  @Test
  void whatTheUserDeclaresHoldsWhateverWasLearnt() {
    ScoringSettings settings = SETTINGS.with(List.of(new DeclaredCause("orders", "views")));
    ScoringEngine engine = new ScoringEngine(settings);
    List<GroupEvent> events = new ArrayList<>();
    engine.warmStart(month(), Runnable::run, scores -> events.addAll(scores.groups()));
    assertThat(last(events, "orders").related())
        .extracting(Related::measure, Related::relation)
        .containsExactly(tuple("views", Relation.EFFECT));
  }

  @Test
  void aRestartWhileAGroupIsOpenChangesNothing() {
    ScoringEngine straight = new ScoringEngine(SETTINGS);
    ScoringEngine restarted = new ScoringEngine(SETTINGS);
    List<IntervalRows> month = month();
    straight.warmStart(month.subList(0, HISTORY), Runnable::run, scores -> {});
    restarted.warmStart(month.subList(0, HISTORY), Runnable::run, scores -> {});
    for (IntervalRows rows : month.subList(HISTORY, month.size())) {
      restarted = ScoringEngine.restore(SETTINGS, new ByteArrayInputStream(bytes(restarted)));
      assertThat(restarted.score(rows).groups()).isEqualTo(straight.score(rows).groups());
      assertThat(bytes(restarted)).isEqualTo(bytes(straight));
    }
  }

  private static byte[] bytes(ScoringEngine engine) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    engine.snapshot(out);
    return out.toByteArray();
  }
}
