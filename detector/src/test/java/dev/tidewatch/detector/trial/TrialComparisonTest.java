package dev.tidewatch.detector.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

class TrialComparisonTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static Instant at(int hour) {
    return NOON.plus(Duration.ofHours(hour));
  }

  private static TrialGroup group(
      String id, int from, int to, String measure, Map<String, String> scope) {
    return new TrialGroup(id, measure, scope, at(from), at(to), 80, -50);
  }

  private static TrialResult result(String name, int from, int to, TrialGroup... groups) {
    TrialDraft draft = TrialDraft.of(IntervalLength.PT1H, CreateMetricSetRequest.builder().build());
    return new TrialResult(
        name,
        draft,
        at(from),
        at(to),
        100,
        List.of(groups),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Test
  void pairsWhatOverlapsInTimeMeasureAndScope() {
    TrialGroup uk = group("uk", 0, 3, "orders", Map.of("country", "uk"));
    TrialGroup total = group("total", 2, 4, "orders", Map.of());
    TrialGroup later = group("later", 3, 5, "orders", Map.of());
    TrialGroup fr = group("fr", 0, 3, "orders", Map.of("country", "fr"));
    TrialGroup views = group("views", 0, 3, "views", Map.of("country", "uk"));
    TrialComparison compared =
        TrialComparison.of(result("a", -9, 99, uk), result("b", -9, 99, total, later, fr, views));
    assertThat(compared.both()).containsExactly(new TrialComparison.Pair(uk, total));
    assertThat(compared.onlyOne()).isEmpty();
    assertThat(compared.onlyOther()).containsExactly(later, fr, views);
  }

  @Test
  void pairsWithTheOneThatOverlapsMost() {
    TrialGroup one = group("one", 0, 6, "orders", Map.of());
    TrialGroup little = group("little", 0, 1, "orders", Map.of());
    TrialGroup much = group("much", 2, 6, "orders", Map.of());
    TrialComparison compared =
        TrialComparison.of(result("a", -9, 99, one), result("b", -9, 99, little, much));
    assertThat(compared.both()).containsExactly(new TrialComparison.Pair(one, much));
    assertThat(compared.onlyOther()).isEmpty();
  }

  @Test
  void leavesOutWhatOnlyOneOfThemScored() {
    TrialGroup early = group("early", 0, 1, "orders", Map.of());
    TrialGroup late = group("late", 50, 51, "orders", Map.of());
    TrialComparison compared =
        TrialComparison.of(result("a", 0, 40, early), result("b", 20, 60, late));
    assertThat(compared.from()).isEqualTo(at(20));
    assertThat(compared.to()).isEqualTo(at(40));
    assertThat(compared.onlyOne()).isEmpty();
    assertThat(compared.onlyOther()).isEmpty();
  }
}
