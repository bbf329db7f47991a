package dev.tidewatch.evaluation.run;

import dev.tidewatch.evaluation.cube.CubeFolder;
import dev.tidewatch.evaluation.cube.CubeTask;
import dev.tidewatch.evaluation.rootcause.EngineRootCauses;
import dev.tidewatch.evaluation.rootcause.RootCauseMethod;
import dev.tidewatch.evaluation.series.AlertingOnce;
import dev.tidewatch.evaluation.series.EngineMethod;
import dev.tidewatch.evaluation.series.ForestMethod;
import dev.tidewatch.evaluation.series.ScoreColumns;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.SeriesSource;
import java.nio.file.Path;
import java.util.List;

/** The one place that says what of the engine is evaluated. */
final class EngineMethods {
  private EngineMethods() {}

  /** Where only the score is asked for, each row that has one is an alert. */
  static SeriesMethod series(SeriesSource source) {
    return told(new EngineMethod(), source);
  }

  /** The same with a forest. */
  static SeriesMethod forest(SeriesSource source) {
    return told(new ForestMethod(), source);
  }

  private static SeriesMethod told(SeriesMethod engine, SeriesSource source) {
    return source.columns() == ScoreColumns.SCORE ? new AlertingOnce(engine) : engine;
  }

  /** A task for each cube of the data, {@code cube/NAME}. */
  static List<CubeTask> cubes(Path data, Path results) {
    return CubeFolder.all(data).stream().map(folder -> new CubeTask(folder, results)).toList();
  }

  static RootCauseMethod rootCauses() {
    return new EngineRootCauses();
  }
}
