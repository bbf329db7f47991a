package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Deviations of the last intervals from a slow and simple view: the level of the last days, times
 * the usual shape by hour of the day, times that by day of the week. The engine's forecast knows
 * better what comes next, because it follows what happens; for that very reason it soon thinks a
 * lasting change normal, and this does not. Says nothing before it has seen more than a week.
 */
final class SlowDeviation implements Evidence {
  private static final int HOURS = 24;
  private static final int DAYS = 7;
  private static final int LEVEL = 0;
  private static final int SEEN = 1;
  private static final int HOUR = 2;
  private static final int DAY = HOUR + HOURS;
  private static final int SCATTER = DAY + DAYS;
  private static final int SIZE = SCATTER + HOURS;
  private static final double HORIZON = 6;
  private static final double MOST = 4;
  private static final double LEAST_SHAPE = 0.02;
  private static final double LEVEL_DAYS = 4;
  private static final double SCATTER_DAYS = 14;
  private static final double HOUR_RATE = 0.15;
  private static final double DAY_RATE = 0.3;
  private static final double LEAST_SCATTER = 1e-3;
  private static final double CREDULOUS_DAYS = 2;
  private static final double UNKNOWN_DAYS = 8;
  private static final double UNKNOWN_VALUES = 20;

  private final ScopeMemory memory = new ScopeMemory(beginning());
  private final RunningSums sums;
  private final boolean daily;
  private final double valuesADay;
  private final double valuesAnHour;

  SlowDeviation(long interval) {
    daily = interval >= 86_400;
    valuesADay = 86_400.0 / (double) interval;
    valuesAnHour = Math.max(1, valuesADay / HOURS);
    sums = new RunningSums(HORIZON, SCATTER_DAYS * valuesADay);
  }

  private static float[] beginning() {
    float[] floats = new float[SIZE];
    Arrays.fill(floats, HOUR, SCATTER, 1);
    return floats;
  }

  @Override
  public double largest() {
    return 24;
  }

  @Override
  public double spacing() {
    return 0.5;
  }

  @Override
  public void look(LocalTime time, MeasureScores scores, Findings findings) {
    memory.grow(scores.scopes());
    sums.grow(scores.scopes());
    for (int scope = 0; scope < scores.scopes(); scope++) {
      double value = scores.value(scope);
      if (!Double.isNaN(value)) {
        look(time, scope, value, findings);
      }
    }
  }

  private void look(LocalTime time, int scope, double value, Findings findings) {
    float[] floats = memory.floats();
    int at = memory.at(scope);
    double seen = floats[at + SEEN];
    double shape = daily ? 1 : shape(at, time);
    double expected = floats[at + LEVEL] * shape * floats[at + DAY + time.day()];
    double scatter = floats[at + scatter(time)] + LEAST_SCATTER * Math.abs(floats[at + LEVEL]);
    boolean known = floats[at + LEVEL] > 0;
    if (known && seen >= UNKNOWN_DAYS * valuesADay && seen >= UNKNOWN_VALUES) {
      double deviation = (value - expected) / scatter;
      sums.add(scope, deviation);
      sums.find(scope, deviation, expected, scatter, findings);
    }
    boolean credulous = !known || seen < CREDULOUS_DAYS * valuesADay || seen < UNKNOWN_VALUES;
    double reach = credulous ? Double.POSITIVE_INFINITY : MOST * scatter;
    double credible = Math.max(expected - reach, Math.min(expected + reach, value));
    learn(at, time, credible, expected, shape);
  }

  private void learn(int at, LocalTime time, double value, double expected, double shape) {
    float[] floats = memory.floats();
    double seen = floats[at + SEEN];
    double level = floats[at + LEVEL];
    double week = floats[at + DAY + time.day()];
    learnScatter(at, time, Math.abs(value - expected), seen);
    learnShape(at, time, value, shape, week, level, seen);
    double rate = Math.max(1 / (LEVEL_DAYS * (daily ? DAYS : valuesADay)), 1 / (seen + 1));
    follow(at + LEVEL, value / Math.max(LEAST_SHAPE, shape * week), rate);
    floats[at + SEEN] = (float) (seen + 1);
  }

  /** Between the middles of two hours. */
  private double shape(int at, LocalTime time) {
    double share = shareOfNext(time);
    float[] floats = memory.floats();
    return (1 - share) * floats[at + HOUR + hour(time, 0)]
        + share * floats[at + HOUR + hour(time, 1)];
  }

  private static int hour(LocalTime time, int next) {
    return (int) Math.floor(time.hour() - 0.5 + HOURS + next) % HOURS;
  }

  private static double shareOfNext(LocalTime time) {
    double fromMiddle = time.hour() - 0.5 + HOURS;
    return fromMiddle - Math.floor(fromMiddle);
  }

  private int scatter(LocalTime time) {
    return SCATTER + (daily ? 0 : (int) time.hour());
  }

  private void learnScatter(int at, LocalTime time, double error, double seen) {
    if (seen > valuesADay) {
      double values = daily ? 1 : valuesAnHour;
      double rate = Math.max(1 / (SCATTER_DAYS * values + 1), 1 / (seen * values / valuesADay + 2));
      follow(at + scatter(time), error, rate);
    }
  }

  private void learnShape(
      int at, LocalTime time, double value, double shape, double week, double level, double seen) {
    if (level <= 0) {
      return;
    }
    double ratio = value / level;
    if (!daily) {
      double rate = Math.max(HOUR_RATE / valuesAnHour, 1 / (seen / HOURS + 1));
      double share = shareOfNext(time);
      follow(at + HOUR + hour(time, 0), ratio / week, rate * (1 - share));
      follow(at + HOUR + hour(time, 1), ratio / week, rate * share);
    }
    if (seen > valuesADay) {
      double rate = Math.max(DAY_RATE / valuesADay, 1 / (seen / DAYS + valuesADay + 1));
      follow(at + DAY + time.day(), ratio / Math.max(LEAST_SHAPE, shape), Math.min(1, rate));
    }
  }

  private void follow(int at, double value, double rate) {
    float[] floats = memory.floats();
    floats[at] += (float) (rate * (value - floats[at]));
  }

  @Override
  public void renumber(int[] former) {
    memory.renumber(former);
    sums.renumber(former);
  }

  @Override
  public void write(StateWriter out) {
    memory.write(out);
    sums.write(out);
  }

  @Override
  public void read(StateReader in, int scopes) {
    memory.read(in, scopes);
    sums.read(in, scopes);
  }
}
