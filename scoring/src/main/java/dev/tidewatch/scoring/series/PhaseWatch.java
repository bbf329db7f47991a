package dev.tidewatch.scoring.series;

import java.util.Arrays;

/**
 * The season comes early or late: the profile of the day, moved by one to three hours, explains the
 * last hours much better than as it stands.
 */
final class PhaseWatch implements Watch {
  private static final int[] HOURS = {-3, -2, -1, 1, 2, 3};
  private static final double DAYS = 5;

  private final Profile profile;
  private final int slots;
  private final int slotsPerHour;
  private final boolean daily;
  private final int errors;
  private final Usual usual;
  private final double horizon;
  private final double season;

  /**
   * @param horizon over so many values the two are compared
   */
  PhaseWatch(Layout layout, Calendar calendar, Profile profile, double horizon) {
    this.profile = profile;
    this.slots = calendar.slots();
    this.slotsPerHour = Math.max(1, slots / 24);
    this.daily = calendar.daily();
    this.errors = layout.reserve(HOURS.length + 1);
    this.season = calendar.valuesPerSeason();
    this.usual = new Usual(layout, 1 / (DAYS * season));
    this.horizon = horizon;
  }

  @Override
  public Trouble trouble() {
    return Trouble.PHASE;
  }

  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public boolean specific() {
    return true;
  }

  @Override
  public void begin(float[] memory, int series) {
    Arrays.fill(memory, series + errors, series + errors + HOURS.length + 1, 0);
  }

  @Override
  public double size(float[] memory, int series, Calendar now, Observation seen) {
    if (daily) {
      return 0;
    }
    double unmoved = follow(memory, series, now.slot(), HOURS.length, seen.value);
    double best = unmoved;
    for (int i = 0; i < HOURS.length; i++) {
      int slot = Math.floorMod(now.slot() + HOURS[i] * slotsPerHour, slots);
      best = Math.min(best, follow(memory, series, slot, i, seen.value));
    }
    double gain = unmoved - best;
    double typical = usual.size(memory, series) / 2;
    if (seen.known > season) {
      usual.learn(memory, series, unmoved, seen.known - season);
    }
    return typical > 0 ? gain / typical : 0;
  }

  private double follow(float[] memory, int series, int slot, int which, double value) {
    double mean = profile.mean(memory, series, slot);
    int at = series + errors + which;
    if (!Double.isNaN(mean)) {
      memory[at] += (float) ((Math.abs(value - mean) - memory[at]) / horizon);
    }
    return memory[at];
  }
}
