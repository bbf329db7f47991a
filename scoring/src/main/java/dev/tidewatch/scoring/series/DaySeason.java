package dev.tidewatch.scoring.series;

/** The profile by slot of the day (of daily values: day of the week), as it stands. */
final class DaySeason implements Predictor {
  private final Profile profile;
  private final int valuesPerSeason;

  DaySeason(Layout layout, Calendar calendar, double rate) {
    this.profile = new Profile(layout, calendar.slots(), calendar.valuesPerSlot(), rate);
    this.valuesPerSeason = calendar.valuesPerSeason();
  }

  Profile profile() {
    return profile;
  }

  @Override
  public double predict(float[] memory, int series, Calendar now) {
    return profile.mean(memory, series, now.slot());
  }

  @Override
  public void learn(float[] memory, int series, Calendar now, double value, double seen) {
    profile.learn(memory, series, now.slot(), seen / valuesPerSeason, value);
  }
}
