package dev.tidewatch.evaluation.run;

import dev.tidewatch.evaluation.cube.CubeFolder;
import dev.tidewatch.evaluation.cube.CubeTask;
import dev.tidewatch.evaluation.rootcause.RootCauseMethod;
import dev.tidewatch.evaluation.series.EngineMethod;
import dev.tidewatch.evaluation.series.SeriesMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The one place that says what of the engine is evaluated. */
final class EngineMethods {
  private EngineMethods() {}

  static SeriesMethod series() {
    return new EngineMethod();
  }

  /** A task for each cube of the data, {@code cube/NAME}. */
  static List<CubeTask> cubes(Path data, Path results) {
    return CubeFolder.all(data).stream().map(folder -> new CubeTask(folder, results)).toList();
  }

  /** Not yet. */
  static Optional<RootCauseMethod> rootCauses() {
    return Optional.empty();
  }
}
