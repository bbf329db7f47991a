package dev.tidewatch.scoring.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.scoring.relation.DeclaredLinks.DeclaredLink;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasureRelationsTest {
  private static final int VIEWS = 0;
  private static final int ORDERS = 1;
  private static final int REVENUE = 2;

  private static MeasureRelations relations(int measures) {
    return new MeasureRelations(measures, DeclaredLinks.NONE);
  }

  /** Views make orders, orders make revenue an interval later. */
  private static World shop(long seed) {
    return new World(3, seed)
        .measure(VIEWS, 0.05, 0.5)
        .measure(ORDERS, 0.02, 1)
        .measure(REVENUE, 0.01, 0.3)
        .link(VIEWS, ORDERS, 0, 1)
        .link(ORDERS, REVENUE, 1, 1);
  }

  @Test
  void theCauseIsTheMeasureThatIsAhead() {
    MeasureRelations relations = relations(2);
    new World(2, 1)
        .measure(0, 0.1, 0.1)
        .measure(1, 0.1, 0.1)
        .link(0, 1, 2, -0.5)
        .runQuietly(relations, 1000);
    assertThat(relations.links().links())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.cause()).isZero();
              assertThat(link.lag()).isEqualTo(2);
              assertThat(link.elasticity()).isCloseTo(-0.5, within(0.05));
            });
  }

  @Test
  void withoutALagTheCauseIsTheMeasureThatExplainsTheOtherEquallyInLargeAndSmallScopes() {
    for (long seed = 0; seed < 10; seed++) {
      MeasureRelations relations = relations(2);
      new World(2, seed)
          .measure(0, 0.1, 0.1)
          .measure(1, 0.01, 1)
          .link(0, 1, 0, 0.6)
          .runQuietly(relations, 500);
      assertThat(relations.links().links())
          .singleElement()
          .satisfies(link -> assertThat(link.cause()).isZero());
    }
  }

  @Test
  void measuresThatHaveNothingToDoWithEachOtherAreNotLinked() {
    int links = 0;
    for (long seed = 0; seed < 10; seed++) {
      World world = new World(6, seed);
      for (int measure = 0; measure < 6; measure++) {
        world.measure(measure, 0.1, 0.2 * measure);
      }
      MeasureRelations relations = relations(6);
      world.runQuietly(relations, 500);
      links += relations.links().links().size();
    }
    assertThat(links).as("of 150 pairs").isLessThanOrEqualTo(1);
  }

  @Test
  void effectsOfOneCauseAreNotCausesOfEachOther() {
    MeasureRelations relations = relations(3);
    new World(3, 3)
        .measure(0, 0.1, 0.1)
        .measure(1, 0.05, 0.3)
        .measure(2, 0.05, 0.8)
        .link(0, 1, 0, 1)
        .link(0, 2, 0, 1)
        .runQuietly(relations, 1000);
    assertThat(relations.links().links()).extracting(Link::cause).containsExactly(0, 0);
    assertThat(relations.links().links()).extracting(Link::effect).containsExactly(1, 2);
  }

  @Test
  void anAnomalyIsFollowedToTheEndOfTheChain() {
    World world = shop(4);
    MeasureRelations relations = relations(3);
    world.runQuietly(relations, 1000);
    Episode episode = world.run(relations, 7, VIEWS, -0.5, 6);
    assertThat(relations.related(VIEWS, episode))
        .extracting(RelatedMeasure::measure, RelatedMeasure::relation, RelatedMeasure::lag)
        .containsExactlyInAnyOrder(
            tuple(ORDERS, Relation.EFFECT, 0), tuple(REVENUE, Relation.EFFECT, 1));
  }

  @Test
  void theCauseWhereItBeganIsCreditedAndNotTheOneItPassedThrough() {
    World world = shop(5);
    MeasureRelations relations = relations(3);
    world.runQuietly(relations, 1000);
    List<RelatedMeasure> related =
        relations.related(REVENUE, world.run(relations, 7, VIEWS, -0.5, 6));
    assertThat(related).extracting(RelatedMeasure::relation).containsOnly(Relation.CAUSE);
    assertThat(related.get(0).measure()).isEqualTo(VIEWS);
    assertThat(related.get(0).contributionPercent()).isGreaterThan(70);
    assertThat(related.stream().mapToDouble(RelatedMeasure::contributionPercent).sum())
        .isLessThanOrEqualTo(100.0001);
  }

  @Test
  void aMeasureThatMovesAloneHasNoCause() {
    World world = shop(6);
    MeasureRelations relations = relations(3);
    world.runQuietly(relations, 1000);
    assertThat(relations.related(REVENUE, world.run(relations, 7, REVENUE, -0.5, 6))).isEmpty();
  }

  @Test
  void anEffectThatStaysWhereItWasIsNotNamed() {
    World world = shop(7);
    MeasureRelations relations = relations(3);
    world.runQuietly(relations, 1000);
    world.anomaly(7, ORDERS, 0.5); // makes good what views lose
    Episode episode = world.run(relations, 7, VIEWS, -0.5, 6);
    assertThat(relations.related(VIEWS, episode)).isEmpty();
  }

  @Test
  void whatQuietDaysDoNotShowIsLearntFromAnomalies() {
    World world = new World(2, 8).measure(0, 0.02, 0).measure(1, 0.1, 0.5);
    MeasureRelations relations = relations(2);
    world.runQuietly(relations, 500);
    for (int i = 0; i < 3; i++) {
      relations.learn(1, world.run(relations, 7, 1, 0.9, 5)); // the effect alone
      world.runQuietly(relations, 50);
      world.anomaly(7, 1, -0.6);
      relations.learn(0, world.run(relations, 7, 0, 1, 5)); // cause and effect
      world.runQuietly(relations, 50);
    }
    world.anomaly(6, 1, -0.6);
    Episode episode = world.run(relations, 6, 0, 1, 5);
    assertThat(relations.related(0, episode))
        .singleElement()
        .satisfies(related -> assertThat(related.relation()).isEqualTo(Relation.EFFECT));
    assertThat(relations.related(1, episode))
        .singleElement()
        .satisfies(related -> assertThat(related.relation()).isEqualTo(Relation.CAUSE));
  }

  @Test
  void anEffectThatFailedToFollowIsExpectedLess() {
    World world = shop(9);
    MeasureRelations relations = relations(3);
    world.runQuietly(relations, 1000);
    for (int i = 0; i < 8; i++) {
      world.anomaly(7, ORDERS, -0.5);
      relations.learn(VIEWS, world.run(relations, 7, VIEWS, 0.5, 6));
      world.runQuietly(relations, 30);
    }
    // in a scope so small that orders would not show
    assertThat(relations.related(VIEWS, world.run(relations, 0, VIEWS, 0.5, 2))).isEmpty();
  }

  @Test
  void whatTheUserDeclaresHolds() {
    DeclaredLinks declared =
        new DeclaredLinks(
            Set.of(new DeclaredLink(REVENUE, ORDERS), new DeclaredLink(ORDERS, VIEWS)));
    MeasureRelations relations = new MeasureRelations(3, declared);
    World world = shop(10);
    world.runQuietly(relations, 500);
    Episode episode = world.run(relations, 7, VIEWS, -0.5, 6);
    assertThat(relations.related(ORDERS, episode))
        .extracting(RelatedMeasure::measure, RelatedMeasure::relation)
        .contains(tuple(VIEWS, Relation.EFFECT))
        .doesNotContain(tuple(VIEWS, Relation.CAUSE));
  }

  @Test
  void declaredLinksDoNotGoRoundInACircle() {
    assertThatThrownBy(
            () -> new DeclaredLinks(Set.of(new DeclaredLink(0, 1), new DeclaredLink(1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("circle");
  }

  @Test
  void missingValuesAndNewScopesAreTaken() {
    MeasureRelations relations = relations(2);
    double[] none = {Double.NaN, Double.NaN};
    relations.nextInterval();
    relations.observe(40, none, none);
    relations.nextInterval();
    relations.observe(3, new double[] {9, Double.NaN}, new double[] {0.1, Double.NaN});
    Episode episode = relations.begin(3, 0);
    for (int i = 0; i < 100; i++) {
      relations.nextInterval();
      relations.extend(episode, 3);
    }
    assertThat(relations.related(0, episode)).isEmpty();
    relations.learn(0, episode);
  }

  @Test
  void aRestartChangesNothing() {
    World one = shop(11);
    World same = shop(11);
    MeasureRelations straight = relations(3);
    MeasureRelations restarted = relations(3);
    for (int i = 0; i < 300; i++) {
      one.step(straight);
      same.step(restarted);
      byte[] bytes = bytes(restarted);
      restarted = relations(3);
      restarted.read(in(bytes));
    }
    assertThat(bytes(restarted)).isEqualTo(bytes(straight));
    Episode episode = one.run(straight, 7, VIEWS, -0.5, 6);
    Episode copy = same.run(restarted, 7, VIEWS, -0.5, 6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(out);
    copy.write(writer);
    writer.end();
    assertThat(restarted.related(VIEWS, restarted.readEpisode(in(out.toByteArray()))))
        .isEqualTo(straight.related(VIEWS, episode));
  }

  @Test
  void relationsOfOtherMeasuresAreNotRead() {
    assertThatThrownBy(() -> relations(2).read(in(bytes(relations(3)))))
        .isInstanceOf(DamagedSnapshot.class)
        .hasMessage("the snapshot has relations of 3 measures, not 2");
  }

  private static byte[] bytes(MeasureRelations relations) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(out);
    relations.write(writer);
    writer.end();
    return out.toByteArray();
  }

  private static StateReader in(byte[] bytes) {
    return new StateReader(new ByteArrayInputStream(bytes));
  }

  @Test
  void numbersBeyondFloatsCountAsTheFarthestOnes() {
    assertThat(learnt(1e300, 0.1)).isEqualTo(learnt(1e6, 0.1));
    assertThat(learnt(Double.NEGATIVE_INFINITY, 0.1)).isEqualTo(learnt(-1e6, 0.1));
    assertThat(learnt(1, 1e-300)).isEqualTo(learnt(1, Double.NaN));
  }

  private static byte[] learnt(double residual, double noise) {
    MeasureRelations relations = relations(2);
    relations.nextInterval();
    relations.observe(0, new double[] {residual, 1}, new double[] {noise, 0.1});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(bytes);
    relations.write(out);
    out.end();
    return bytes.toByteArray();
  }

  @Test
  void refusesDeclaredLinksOfMeasuresThereAreNot() {
    DeclaredLinks declared = new DeclaredLinks(Set.of(new DeclaredLink(0, 2)));
    assertThatThrownBy(() -> new MeasureRelations(2, declared))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a declared link leads from measure 0 to 2, but there are only 0 to 1");
  }
}
