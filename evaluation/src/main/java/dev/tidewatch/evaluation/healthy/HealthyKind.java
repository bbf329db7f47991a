package dev.tidewatch.evaluation.healthy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A kind of series nothing is wrong with: as many of them as one wants, always the same. */
public interface HealthyKind {
  /** What tables call it. */
  String label();

  /**
   * @param number which of the series, from 0: the same number is the same series
   * @param interval how far apart its values are
   */
  HealthySignal signal(int number, Duration interval);

  /** All kinds there are. */
  static List<HealthyKind> all() {
    List<HealthyKind> kinds = new ArrayList<>(List.of(Shop.views(), Shop.revenue()));
    kinds.addAll(Arrays.asList(Noise.values()));
    return kinds;
  }
}
