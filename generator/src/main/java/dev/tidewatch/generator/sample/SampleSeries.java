package dev.tidewatch.generator.sample;

import dev.tidewatch.generator.sample.AwsSample.Row;
import java.time.Instant;

/** One series of the sample. The order of draws and of arithmetic is that of AWS's program. */
final class SampleSeries {
  private static final double ANOMALY_CHANCE = 0.005;
  private static final double REVENUE_PER_VIEW = 0.3;
  private static final int MINUTES_A_DAY = 1_440;
  private static final int MINUTES_A_STEP = 60;

  private final String platform;
  private final String marketplace;
  private final MersenneTwister random;
  private final double peak;
  private final double peakTime;
  private final double offset;
  private final double spread;
  private int anomalyMinutes;
  private double anomalySize;

  SampleSeries(String platform, String marketplace, MersenneTwister random) {
    this.platform = platform;
    this.marketplace = marketplace;
    this.random = random;
    peak = random.uniform(200, 400);
    peakTime = random.uniform(720, 1_260);
    offset = random.uniform(100, 200);
    spread = random.uniform(2, 10);
  }

  Row next(Instant time) {
    if (random.random() < ANOMALY_CHANCE) {
      anomalyMinutes = random.randint(1, 300);
      anomalySize = random.uniform(100, 600) * (random.randint(0, 1) * 2 - 1);
    }
    long minute = Math.floorMod(time.getEpochSecond() / 60, MINUTES_A_DAY);
    double angle = (minute - peakTime) / MINUTES_A_DAY * 2 * Math.PI;
    double value = StrictMath.cos(angle) * peak + peak + offset;
    value += random.uniform(-spread, spread);
    boolean anomalous = anomalyMinutes > 0;
    if (anomalous) {
      value += anomalySize;
      anomalyMinutes -= MINUTES_A_STEP;
    }
    long views = Math.max((long) value, 0);
    return new Row(platform, marketplace, time, views, views * REVENUE_PER_VIEW, anomalous);
  }
}
