package dev.tidewatch.detector.console.quality;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.overview.Buckets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The page of the quality of a detector's data.
 *
 * @param doubt why there is nothing to see; empty when there is
 * @param backtest whether that is because it is a backtest
 */
public record QualityPage(
    String detector, String doubt, boolean backtest, Optional<Details> details) {
  /**
   * @param buckets of time, one for each bar
   * @param incomplete a page of them
   * @param delays none where nothing was read
   */
  public record Details(
      Tally tally,
      Duration length,
      Buckets buckets,
      List<Trend> trends,
      List<Run> incomplete,
      PageLinks links,
      Optional<Delays> delays) {
    public Details {
      requireNonNull(tally, "tally");
      requireNonNull(buckets, "buckets");
      trends = List.copyOf(trends);
      incomplete = List.copyOf(incomplete);
    }

    /** Of each bar, from 0. */
    public List<Integer> places() {
      return java.util.stream.IntStream.range(0, buckets.count())
          .filter(place -> trends.stream().anyMatch(each -> !each.values().get(place).isEmpty()))
          .boxed()
          .toList();
    }
  }

  static QualityPage without(String detector, String doubt, boolean backtest) {
    return new QualityPage(detector, doubt, backtest, Optional.empty());
  }
}
