package dev.tidewatch.evaluation.healthy;

/** Three times the load for an hour every night, beginning up to ten minutes early or late. */
final class NightlyJob implements HealthySignal {
  private static final long DAY = 86_400;
  private static final double AT = 2 * 3_600;
  private static final double LASTS = 3_600;
  private static final double OFF_BY = 300;

  private final Season season;
  private final Draw draw;
  private long night = Long.MIN_VALUE;
  private double begins;

  NightlyJob(Season season, Draw draw) {
    this.season = season;
    this.draw = draw;
  }

  @Override
  public double next(long epochSecond) {
    long today = Math.floorDiv(epochSecond, DAY);
    if (today != night) {
      night = today;
      begins = AT + Math.max(-2, Math.min(2, draw.normal())) * OFF_BY;
    }
    double second = epochSecond - today * DAY;
    boolean running = second >= begins && second < begins + LASTS;
    return 100 * season.at(epochSecond) * (running ? 3 : 1) + 5 * draw.normal();
  }
}
