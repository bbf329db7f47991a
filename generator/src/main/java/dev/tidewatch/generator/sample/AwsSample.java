package dev.tidewatch.generator.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The e-commerce data AWS published for Amazon Lookout for Metrics, made as AWS made it: hourly,
 * October 2020 to March 2021, three platforms in seven marketplaces, with labelled anomalies. Same
 * seed, same rows, to the last digit.
 */
public final class AwsSample {
  /** The seed of the published data. */
  public static final long PUBLISHED_SEED = 1234;

  /** The first hour of the published data. */
  public static final Instant PUBLISHED_START = Instant.parse("2020-10-01T00:00:00Z");

  /** The hour after the last of the published data. */
  public static final Instant PUBLISHED_END = Instant.parse("2021-04-01T00:00:00Z");

  private static final List<String> PLATFORMS = List.of("pc_web", "mobile_web", "mobile_app");
  private static final List<String> MARKETPLACES =
      List.of("us", "uk", "de", "fr", "es", "it", "jp");
  private static final Duration STEP = Duration.ofHours(1);

  /**
   * One row.
   *
   * @param anomalous what the published data label both views and revenue with
   */
  public record Row(
      String platform,
      String marketplace,
      Instant time,
      long views,
      double revenue,
      boolean anomalous) {}

  private final long seed;

  public AwsSample(long seed) {
    this.seed = seed;
  }

  /** The rows of {@code [start, end)}, hour by hour. */
  public void rows(Instant start, Instant end, Consumer<Row> consumer) {
    MersenneTwister random = new MersenneTwister(seed);
    List<SampleSeries> series = new ArrayList<>();
    for (String platform : PLATFORMS) {
      for (String marketplace : MARKETPLACES) {
        series.add(new SampleSeries(platform, marketplace, random));
      }
    }
    for (Instant time = start; time.isBefore(end); time = time.plus(STEP)) {
      for (SampleSeries one : series) {
        consumer.accept(one.next(time));
      }
    }
  }
}
