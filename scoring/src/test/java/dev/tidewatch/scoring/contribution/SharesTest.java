package dev.tidewatch.scoring.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.KnownScopes;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {
  private final Directory directory = directory();

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e308, Double.POSITIVE_INFINITY, Double.NaN})
  void areNumbersWhateverTheDeviation(double deviation) {
    LeafDeviations deviations = LeafDeviations.none(new KnownScopes(directory), directory.leaves());
    deviations.deviation()[0] = deviation;
    deviations.deviation()[1] = deviation;

    assertThat(Shares.of(deviations, ios()))
        .extracting(Contribution::score)
        .allSatisfy(score -> assertThat(score).isBetween(0.0, 100.0));
  }

  @Test
  void areEvenWhereNothingDeviates() {
    LeafDeviations deviations = LeafDeviations.none(new KnownScopes(directory), directory.leaves());

    assertThat(Shares.of(deviations, ios())).extracting(Contribution::score).containsOnly(49.0);
  }

  private int ios() {
    return directory.find(new Scope(Map.of("platform", "ios"))).orElseThrow();
  }

  private static Directory directory() {
    IntervalRows rows =
        IntervalRows.at(Instant.EPOCH, 1, 1).add(List.of("ios"), 1).add(List.of("web"), 1).build();
    ScoringSettings settings =
        ScoringSettings.of(
            Duration.ofHours(1),
            ZoneOffset.UTC,
            List.of(MeasureSettings.of("orders", Aggregation.SUM)),
            List.of("platform"));
    return new ScoringEngine(settings).score(rows).measures().get(0).directory();
  }
}
