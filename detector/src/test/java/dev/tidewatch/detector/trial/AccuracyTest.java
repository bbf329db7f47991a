package dev.tidewatch.detector.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static TrialGroup group(int hour, String measure, Map<String, String> scope) {
    Instant start = NOON.plus(HOUR.multipliedBy(hour));
    return new TrialGroup("g" + hour, measure, scope, start, start.plus(HOUR), 80, -50);
  }

  private static Label label(int hour, String measure, Map<String, String> scope, boolean right) {
    Instant start = NOON.plus(HOUR.multipliedBy(hour));
    return new Label(start, start.plus(HOUR), measure, new Scope(scope), right);
  }

  @Test
  void countsWhatIsRightWrongFoundAndMissed() {
    Labels labels =
        new Labels(
            List.of(
                label(0, "", Map.of("country", "uk"), true),
                label(20, "", Map.of(), true),
                label(40, "", Map.of("country", "de"), true)),
            true);
    List<TrialGroup> groups =
        List.of(
            group(0, "revenue", Map.of("country", "uk", "platform", "web")),
            group(0, "orders", Map.of()),
            group(20, "orders", Map.of("country", "fr")),
            group(30, "orders", Map.of()),
            group(40, "orders", Map.of("country", "fr")));
    Accuracy accuracy = Accuracy.of(groups, labels, HOUR);
    assertThat(accuracy).isEqualTo(new Accuracy(3, 2, 0, 2, 1));
    assertThat(accuracy.precision()).hasValue(.6);
    assertThat(accuracy.recall()).hasValue(2 / 3.0);
    assertThat(accuracy.f1().orElseThrow())
        .isCloseTo(.6316, org.assertj.core.data.Offset.offset(1e-4));
  }

  @Test
  void letsAnIntervalLieBetweenALabelAndAGroup() {
    Labels labels = new Labels(List.of(label(0, "", Map.of(), true)), true);
    assertThat(Accuracy.of(List.of(group(1, "m", Map.of())), labels, HOUR).rightGroups()).isOne();
    assertThat(Accuracy.of(List.of(group(2, "m", Map.of())), labels, HOUR).rightGroups()).isZero();
  }

  @Test
  void holdsNothingAgainstGroupsThatNobodyJudged() {
    Labels labels =
        new Labels(
            List.of(label(0, "orders", Map.of(), true), label(10, "orders", Map.of(), false)),
            false);
    List<TrialGroup> groups =
        List.of(
            group(0, "orders", Map.of()),
            group(0, "revenue", Map.of()),
            group(10, "orders", Map.of()),
            group(20, "orders", Map.of()));
    assertThat(Accuracy.of(groups, labels, HOUR)).isEqualTo(new Accuracy(1, 1, 2, 1, 0));
  }

  @Test
  void saysNothingWhereNothingWasJudged() {
    Accuracy nothing = Accuracy.of(List.of(), new Labels(List.of(), true), HOUR);
    assertThat(nothing.precision()).isEmpty();
    assertThat(nothing.recall()).isEmpty();
    assertThat(nothing.f1()).isEmpty();
  }

  @Test
  void isZeroWhereAllIsWrong() {
    Labels labels = new Labels(List.of(label(0, "", Map.of(), true)), true);
    assertThat(Accuracy.of(List.of(group(9, "m", Map.of())), labels, HOUR).f1()).hasValue(0);
  }
}
