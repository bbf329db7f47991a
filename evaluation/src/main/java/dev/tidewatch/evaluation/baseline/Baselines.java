package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.SeriesMethod;
import java.util.List;

/** The methods the engine is compared with. */
public final class Baselines {
  /** The one of them that watches cubes as well: {@link SeasonalMedianCubeTask}. */
  public static final String CUBES = SeasonalMedianMethod.NAME;

  private Baselines() {}

  /** All that score single time series, the cheapest last. */
  public static List<SeriesMethod> series() {
    return List.of(
        new RandomCutForestMethod(),
        new HoltWintersMethod(),
        new MovingAverageMethod(),
        new SeasonalMedianMethod());
  }

  /** The names of all of them. */
  public static List<String> names() {
    return series().stream().map(SeriesMethod::name).toList();
  }
}
