package dev.tidewatch.scoring.series;

/** The profile by hour of the week, following the level. */
final class ShiftedWeek extends Shifted {
  private final Profile profile;
  private final int valuesPerWeek;

  ShiftedWeek(Layout layout, Calendar calendar, double rate, double offsetRate) {
    super(layout, offsetRate);
    int parts = calendar.weekSlots();
    this.valuesPerWeek = calendar.daily() ? 7 : 7 * calendar.valuesPerSeason();
    this.profile = new Profile(layout, parts, valuesPerWeek / parts, rate);
  }

  @Override
  double shape(float[] memory, int series, Calendar now) {
    return profile.mean(memory, series, now.weekSlot());
  }

  @Override
  void learnShape(float[] memory, int series, Calendar now, double value, double seen) {
    profile.learn(memory, series, now.weekSlot(), seen / valuesPerWeek, value);
  }
}
