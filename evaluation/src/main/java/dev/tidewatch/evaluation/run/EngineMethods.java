package dev.tidewatch.evaluation.run;

import dev.tidewatch.evaluation.rootcause.RootCauseMethod;
import dev.tidewatch.evaluation.series.EngineMethod;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.timing.Timing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The one place that says what of the engine is evaluated. */
final class EngineMethods {
  private EngineMethods() {}

  static SeriesMethod series() {
    return new EngineMethod();
  }

  /** A task for each cube of the data: it writes {@code cube/NAME.jsonl}. None yet. */
  static List<Callable<Timing>> cubes(Path data, Path results) {
    return List.of();
  }

  /** Not yet. */
  static Optional<RootCauseMethod> rootCauses() {
    return Optional.empty();
  }
}
