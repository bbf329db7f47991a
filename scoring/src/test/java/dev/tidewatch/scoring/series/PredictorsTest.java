package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PredictorsTest {
  private static final int HOUR = 3600;
  private final Layout layout = new Layout();
  private final Calendar calendar = new Calendar(HOUR, ZoneOffset.UTC);

  @Test
  void aLevelFollowsTheLastValues() {
    Level level = new Level(layout, 0.5);
    assertThat(after(level, 10, i -> 7)).isEqualTo(7);
    assertThat(after(level, 40, i -> i < 20 ? 7 : 9)).isCloseTo(9, within(0.01));
  }

  @Test
  void aDayKnowsItsHours() {
    DaySeason day = new DaySeason(layout, calendar, 0.15);
    assertThat(after(day, 24 * 5 + 3, i -> i % 24)).isEqualTo(3);
  }

  @Test
  void aDayKnowsNothingOfAnHourNotSeen() {
    DaySeason day = new DaySeason(layout, calendar, 0.15);
    assertThat(after(day, 10, i -> i)).isNaN();
  }

  @Test
  void aShiftedDayFollowsTheLevel() {
    DaySeason day = new DaySeason(layout, calendar, 0.15);
    ShiftedDay shifted = new ShiftedDay(layout, day.profile(), 0.2);
    Mixture both = new Mixture(layout, List.of(day, shifted), 0.02);
    float[] memory = memory();
    for (int i = 0; i < 24 * 10; i++) {
      calendar.moveTo((long) i * HOUR);
      both.predict(memory, 0, calendar, 1);
      both.learn(memory, 0, calendar, i % 24 + (i < 220 ? 0 : 50), i, 1);
    }
    calendar.moveTo(240L * HOUR);
    assertThat(shifted.predict(memory, 0, calendar)).isCloseTo(50, within(10.0));
  }

  @Test
  void aWeekKnowsItsDays() {
    ShiftedWeek week = new ShiftedWeek(layout, calendar, 0.3, 0.1);
    assertThat(after(week, 168 * 4 + 24, i -> i % 168 < 24 ? 5 : 9)).isCloseTo(9, within(0.1));
  }

  @Test
  void yesterdayRepeatsTheDayBefore() {
    Yesterday yesterday = new Yesterday(layout, calendar, 0.1);
    assertThat(after(yesterday, 24 * 3 + 5, i -> i % 24)).isCloseTo(5, within(0.1));
  }

  @Test
  void aMixtureHearsWhoIsRight() {
    DaySeason day = new DaySeason(layout, calendar, 0.15);
    Mixture both = new Mixture(layout, List.of(new Level(layout, 0.03), day), 0.02);
    float[] memory = memory();
    double wrong = 0;
    for (int i = 0; i < 24 * 10; i++) {
      calendar.moveTo((long) i * HOUR);
      wrong = Math.abs(both.predict(memory, 0, calendar, 1) - i % 24);
      both.learn(memory, 0, calendar, i % 24, i, 1);
    }
    assertThat(wrong).isLessThan(0.1);
  }

  private float[] memory() {
    float[] memory = new float[layout.size()];
    Arrays.fill(memory, Float.NaN);
    return memory;
  }

  private double after(Predictor predictor, int count, IntToDoubleFunction value) {
    float[] memory = memory();
    for (int i = 0; i < count; i++) {
      calendar.moveTo((long) i * HOUR);
      predictor.learn(memory, 0, calendar, value.applyAsDouble(i), i);
    }
    calendar.moveTo((long) count * HOUR);
    return predictor.predict(memory, 0, calendar);
  }
}
