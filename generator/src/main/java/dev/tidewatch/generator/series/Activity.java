package dev.tidewatch.generator.series;

/**
 * How busy one series is: a daily and a weekly season, growth over the years, and noise that lasts
 * five minutes, so that records two minutes apart tell the same story.
 */
final class Activity {
  private static final double DAY_MILLIS = 86_400_000;
  private static final double WEEK_MILLIS = 7 * DAY_MILLIS;
  private static final double YEAR_MILLIS = 365.25 * DAY_MILLIS;
  private static final long NOISE_MILLIS = 300_000;
  private static final long GROWTH_BEGINS = 1_767_225_600_000L; // 2026-01-01T00:00:00Z
  private static final double NOISE = 0.02;
  private static final double MAX_YEARS = 3;

  private final double peak;
  private final double floor;
  private final double busiestOfDay;
  private final double weeklyShare;
  private final double busiestOfWeek;
  private final double growthPerYear;
  private final CounterRandom noise;

  /** The ranges of peak, floor and busiest minute are those of AWS's own sample. */
  Activity(CounterRandom random) {
    peak = random.between(200, 400, 0);
    floor = random.between(100, 200, 1);
    busiestOfDay = random.between(720, 1_260, 2) / 1_440;
    weeklyShare = random.between(0.05, 0.15, 3);
    busiestOfWeek = random.unit(4);
    growthPerYear = random.between(0, 0.4, 5);
    noise = random.split("noise");
  }

  /** Views in the five minutes around the instant; never negative. */
  double at(long epochMillis) {
    double day = StrictMath.cos(2 * Math.PI * (epochMillis / DAY_MILLIS - busiestOfDay));
    double week = StrictMath.cos(2 * Math.PI * (epochMillis / WEEK_MILLIS - busiestOfWeek));
    double years = (epochMillis - GROWTH_BEGINS) / YEAR_MILLIS;
    double growth = 1 + growthPerYear * Math.max(-1, Math.min(MAX_YEARS, years));
    double noisy = 1 + NOISE * noise.bell(Math.floorDiv(epochMillis, NOISE_MILLIS));
    return (day * peak + peak + floor) * (1 + weeklyShare * week) * growth * noisy;
  }
}
