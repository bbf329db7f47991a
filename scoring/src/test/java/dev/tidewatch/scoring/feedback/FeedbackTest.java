package dev.tidewatch.scoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.scoring.feedback.Adjustment.Influence;
import dev.tidewatch.scoring.series.Direction;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final Instant MONDAY_NINE = Instant.parse("2026-11-16T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final SeriesAnomaly DROP = drop(Map.of("platform", "ios"), 8, MONDAY_NINE, HOUR);

  private final Feedback feedback = new Feedback(ZoneOffset.UTC);

  private static SeriesAnomaly drop(
      Map<String, String> scope, double magnitude, Instant start, Duration duration) {
    return new SeriesAnomaly(
        "orders", scope, Direction.BELOW, Trouble.OUTLIER, magnitude, start, duration);
  }

  private static SeriesAnomaly drop(double magnitude) {
    return drop(DROP.scope(), magnitude, MONDAY_NINE, HOUR);
  }

  private static Opinion opinion(String group, boolean relevant) {
    return new Opinion(new JudgedSeries(group, "series"), DROP, relevant);
  }

  @Test
  void withoutAnyNothingChanges() {
    assertThat(feedback.adjust(70, DROP).after()).isEqualTo(70);
    assertThat(feedback.adjust(70, DROP).influences()).isEmpty();
  }

  @Test
  void anAnomalyLikeAnIrrelevantOneIsNoLongerAnAlert() {
    feedback.give(opinion("a", false));
    Adjustment nextWeek =
        feedback.adjust(70, drop(DROP.scope(), 8, MONDAY_NINE.plus(Duration.ofDays(7)), HOUR));
    assertThat(nextWeek.after()).isLessThan(50);
    assertThat(nextWeek.change()).isCloseTo(-25.3, within(0.1));
  }

  @Test
  void whatWasSaidOfAGroupMovesOthersOnly() {
    feedback.give(new Opinion(JudgedSeries.whole("a"), DROP, false));
    assertThat(feedback.adjust(70, DROP, "a").after()).isEqualTo(70);
    assertThat(feedback.adjust(70, DROP, "b").after()).isLessThan(50);
  }

  @Test
  void theOpinionsThatMovedItAreNamedTheMostAlikeFirst() {
    feedback.give(opinion("a", false));
    feedback.give(
        new Opinion(new JudgedSeries("b", "series"), drop(Map.of(), 8, MONDAY_NINE, HOUR), true));
    assertThat(feedback.adjust(70, DROP).influences())
        .containsExactly(
            new Influence(new JudgedSeries("a", "series"), false, 1),
            new Influence(new JudgedSeries("b", "series"), true, 0.5));
  }

  @Test
  void aRelevantOneLiftsItsLookAlikes() {
    feedback.give(opinion("a", true));
    assertThat(feedback.adjust(60, DROP).after()).isBetween(70.0, 80.0);
  }

  @Test
  void noNumberOfOpinionsTakesMoreThanFortyPointsOrMakesAnAlertOfNothing() {
    for (int i = 0; i < 100; i++) {
      feedback.give(opinion("no" + i, false));
    }
    assertThat(feedback.adjust(95, DROP).after()).isCloseTo(55, within(0.01));
    Feedback relevant = new Feedback(ZoneOffset.UTC);
    for (int i = 0; i < 100; i++) {
      relevant.give(opinion("yes" + i, true));
    }
    assertThat(relevant.adjust(0, DROP).after()).isZero();
    assertThat(relevant.adjust(20, DROP).after()).isLessThan(50);
    assertThat(relevant.adjust(95, DROP).after()).isLessThanOrEqualTo(100);
  }

  @Test
  void whatIsIrrelevantWhenSmallIsNotWhenLarge() {
    feedback.give(opinion("a", false));
    assertThat(feedback.adjust(90, drop(4)).after()).isLessThan(70);
    assertThat(feedback.adjust(90, drop(30)).after()).isCloseTo(90, within(3.0));
  }

  @Test
  void whatIsIrrelevantForAnHourIsNotForADay() {
    feedback.give(opinion("a", false));
    SeriesAnomaly day = drop(DROP.scope(), 8, MONDAY_NINE, Duration.ofHours(24));
    assertThat(feedback.adjust(90, day).after()).isGreaterThan(88);
  }

  @Test
  void otherMeasuresDirectionsAndScopesAreLeftAlone() {
    feedback.give(opinion("a", false));
    SeriesAnomaly web = drop(Map.of("platform", "web"), 8, MONDAY_NINE, HOUR);
    SeriesAnomaly up =
        new SeriesAnomaly(
            "orders", DROP.scope(), Direction.ABOVE, Trouble.OUTLIER, 8, MONDAY_NINE, HOUR);
    SeriesAnomaly views =
        new SeriesAnomaly(
            "views", DROP.scope(), Direction.BELOW, Trouble.OUTLIER, 8, MONDAY_NINE, HOUR);
    assertThat(feedback.adjust(70, web).after()).isEqualTo(70);
    assertThat(feedback.adjust(70, up).after()).isEqualTo(70);
    assertThat(feedback.adjust(70, views).after()).isEqualTo(70);
  }

  @Test
  void anotherHourOrAnotherTroubleIsLessAlike() {
    feedback.give(opinion("a", false));
    double same = feedback.adjust(70, DROP).after();
    SeriesAnomaly night = drop(DROP.scope(), 8, Instant.parse("2026-11-18T22:00:00Z"), HOUR);
    SeriesAnomaly flat =
        new SeriesAnomaly(
            "orders", DROP.scope(), Direction.BELOW, Trouble.FLATLINE, 8, MONDAY_NINE, HOUR);
    assertThat(feedback.adjust(70, night).after()).isGreaterThan(same + 10).isLessThan(70);
    assertThat(feedback.adjust(70, flat).after()).isGreaterThan(same + 10).isLessThan(70);
  }

  @Test
  void partOfAScopeIsHalfAsAlike() {
    feedback.give(opinion("a", false));
    SeriesAnomaly part = drop(Map.of("platform", "ios", "marketplace", "uk"), 8, MONDAY_NINE, HOUR);
    assertThat(feedback.adjust(70, part).influences())
        .singleElement()
        .satisfies(influence -> assertThat(influence.likeness()).isCloseTo(2 / 3.0, within(1e-9)));
  }

  @Test
  void theOrderOfOpinionsDoesNotMatter() {
    Feedback other = new Feedback(ZoneOffset.UTC);
    Opinion first = new Opinion(new JudgedSeries("a", "x"), drop(7), false);
    Opinion second = new Opinion(new JudgedSeries("b", "x"), drop(9), true);
    Opinion third = new Opinion(new JudgedSeries("b", "y"), drop(11), false);
    for (Opinion opinion : new Opinion[] {first, second, third}) {
      feedback.give(opinion);
    }
    for (Opinion opinion : new Opinion[] {third, first, second}) {
      other.give(opinion);
    }
    assertThat(other.adjust(70, drop(8))).isEqualTo(feedback.adjust(70, drop(8)));
  }

  @Test
  void aNewOpinionTakesThePlaceOfTheOld() {
    feedback.give(opinion("a", false));
    feedback.give(opinion("a", true));
    Feedback other = new Feedback(ZoneOffset.UTC);
    other.give(opinion("a", true));
    assertThat(feedback.adjust(70, DROP)).isEqualTo(other.adjust(70, DROP));
  }

  @Test
  void anAnomalyOfNoSizeIsRefused() {
    assertThatThrownBy(() -> drop(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a magnitude is more than 0, not NaN");
  }

  @Test
  void nothingFarFromAnAlertBecomesOne() {
    for (int i = 0; i < 100; i++) {
      feedback.give(opinion("group" + i, true));
    }
    assertThat(feedback.adjust(35, DROP).after()).isBetween(36.0, 49.5);
  }

  @Test
  void refusesWhatIsNoSeverity() {
    assertThatThrownBy(() -> feedback.adjust(Double.NaN, DROP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("severities are 0 to 100, not NaN before");
  }
}
