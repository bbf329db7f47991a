package dev.tidewatch.scoring.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.KnownScopes;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ScanSearchTest {
  private static final List<String> PLATFORMS = List.of("ios", "android");
  private static final List<String> MARKETPLACES = List.of("us", "uk", "de", "fr", "es");
  private static final List<String> CHANNELS = List.of("ads", "email", "organic");

  private final Directory directory = directory();

  @Test
  void findsASingleDimension() {
    assertThat(explanation(scope -> scope.get("marketplace").equals("uk"), 0.6))
        .isEqualTo(Map.of("marketplace", "uk"));
  }

  @Test
  void findsTwoDimensions() {
    assertThat(
            explanation(
                scope ->
                    scope.get("marketplace").equals("uk") && scope.get("channel").equals("ads"),
                0.6))
        .isEqualTo(Map.of("marketplace", "uk", "channel", "ads"));
  }

  @Test
  void findsALeaf() {
    assertThat(
            explanation(
                scope ->
                    scope.equals(Map.of("platform", "ios", "marketplace", "us", "channel", "ads")),
                2))
        .isEqualTo(Map.of("platform", "ios", "marketplace", "us", "channel", "ads"));
  }

  @Test
  void findsTheTotalWhenEverythingChanges() {
    assertThat(explanation(scope -> true, 0.8)).isEmpty();
  }

  @Test
  void namesAValueOnlyInADimensionThatExplains() {
    LeafDeviations deviations = deviations(scope -> scope.get("platform").equals("ios"), 0.5);

    List<Contribution> shares = Shares.of(deviations, new ScanSearch().search(deviations));

    assertThat(shares).filteredOn(share -> share.score() >= 50).hasSize(1);
    assertThat(shares.get(0).value()).isEqualTo("ios");
    assertThat(shares.get(0).score()).isGreaterThan(90);
  }

  @Test
  void namesNoneOfTwoValuesThatChangeAlike() {
    LeafDeviations deviations = deviations(scope -> scope.get("marketplace").equals("uk"), 0.5);

    List<Contribution> shares = Shares.of(deviations, new ScanSearch().search(deviations));

    assertThat(shares)
        .filteredOn(share -> share.dimension().equals("platform"))
        .allMatch(share -> share.score() < 50);
  }

  private Map<String, String> explanation(Predicate<Map<String, String>> changed, double factor) {
    return directory.scope(new ScanSearch().search(deviations(changed, factor))).values();
  }

  /** Volumes differ a hundredfold; noise is that of counts. */
  private LeafDeviations deviations(Predicate<Map<String, String>> changed, double factor) {
    SplittableRandom random = new SplittableRandom(5);
    LeafDeviations deviations = LeafDeviations.none(new KnownScopes(directory), directory.leaves());
    for (int leaf = 0; leaf < directory.leaves(); leaf++) {
      double expected = 20 * (1 + leaf % 10) * (1 + leaf / 10);
      double noise = Math.sqrt(expected) * (random.nextDouble() + random.nextDouble() - 1);
      boolean in = changed.test(directory.scope(directory.scopeOfLeaf(leaf)).values());
      deviations.expected()[leaf] = expected;
      deviations.variance()[leaf] = expected;
      deviations.deviation()[leaf] = noise + (in ? (factor - 1) * expected : 0);
    }
    return deviations;
  }

  private static Directory directory() {
    IntervalRows.Builder rows = IntervalRows.at(Instant.EPOCH, 3, 1);
    for (String platform : PLATFORMS) {
      for (String marketplace : MARKETPLACES) {
        CHANNELS.forEach(channel -> rows.add(List.of(platform, marketplace, channel), 1));
      }
    }
    ScoringSettings settings =
        ScoringSettings.of(
            Duration.ofHours(1),
            ZoneOffset.UTC,
            List.of(MeasureSettings.of("orders", Aggregation.SUM)),
            List.of("platform", "marketplace", "channel"));
    return new ScoringEngine(settings).score(rows.build()).measures().get(0).directory();
  }
}
