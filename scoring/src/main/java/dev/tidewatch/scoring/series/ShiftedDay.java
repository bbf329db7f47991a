package dev.tidewatch.scoring.series;

/** The profile by slot of the day, following the level slowly. */
final class ShiftedDay extends Shifted {
  private final Profile profile;

  /** Shares the profile, which {@link DaySeason} teaches. */
  ShiftedDay(Layout layout, Profile profile, double rate) {
    super(layout, rate);
    this.profile = profile;
  }

  @Override
  double shape(float[] memory, int series, Calendar now) {
    return profile.mean(memory, series, now.slot());
  }
}
