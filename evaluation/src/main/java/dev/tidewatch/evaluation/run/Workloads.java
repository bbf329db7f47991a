package dev.tidewatch.evaluation.run;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.baseline.Baselines;
import dev.tidewatch.evaluation.baseline.SeasonalMedianCubeTask;
import dev.tidewatch.evaluation.cube.CubeFolder;
import dev.tidewatch.evaluation.cube.CubeTask;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.folder.Folders;
import dev.tidewatch.evaluation.rootcause.RootCauseTask;
import dev.tidewatch.evaluation.series.EngineMethod;
import dev.tidewatch.evaluation.series.ForestMethod;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.SeriesSource;
import dev.tidewatch.evaluation.series.SeriesTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Plans an evaluation: which methods run over which sets.
 *
 * @param data the folder of data
 * @param results where the engine's results go; a baseline's go to {@code baselines/NAME} in it
 * @param parts which kinds of data
 * @param withForest whether the engine runs over single series with a forest, too; results as a
 *     baseline's
 * @param withBaselines whether the public methods run, too
 */
public record Workloads(
    Path data, Path results, Set<Part> parts, boolean withForest, boolean withBaselines) {
  public Workloads {
    requireNonNull(data, "data");
    requireNonNull(results, "results");
    parts = Set.copyOf(parts);
  }

  /** The engine's work first, then the same with a forest, then each baseline's. */
  public List<Workload> plan() {
    List<Workload> plan = new ArrayList<>(engine());
    plan.addAll(cubes());
    plan.addAll(rootCauses());
    if (withForest) {
      plan.addAll(series(EngineMethods::forest, Folders.ofBaseline(results, ForestMethod.NAME)));
    }
    if (withBaselines) {
      plan.addAll(plainCubes());
      Baselines.series()
          .forEach(
              method ->
                  plan.addAll(
                      series(source -> method, Folders.ofBaseline(results, method.name()))));
    }
    return plan;
  }

  private List<Workload> cubes() {
    List<CubeTask> tasks =
        parts.contains(Part.CUBE) ? EngineMethods.cubes(data, results) : List.of();
    return tasks.isEmpty()
        ? List.of()
        : List.of(new Workload(EngineMethod.NAME, "cube", results, tasks));
  }

  private List<Workload> plainCubes() {
    Path target = Folders.ofBaseline(results, Baselines.CUBES);
    List<SeasonalMedianCubeTask> tasks =
        parts.contains(Part.CUBE)
            ? CubeFolder.all(data).stream()
                .map(folder -> new SeasonalMedianCubeTask(folder, target))
                .toList()
            : List.of();
    return tasks.isEmpty()
        ? List.of()
        : List.of(new Workload(Baselines.CUBES, "cube", target, tasks));
  }

  private List<Workload> rootCauses() {
    List<DataFile> cases = parts.contains(Part.RCA) ? RootCauseTask.cases(data) : List.of();
    return cases.isEmpty()
        ? List.of()
        : List.of(
            new Workload(
                EngineMethod.NAME,
                RootCauseTask.SET,
                results,
                List.of(new RootCauseTask(EngineMethods.rootCauses(), cases, results))));
  }

  private List<Workload> engine() {
    return series(EngineMethods::series, results);
  }

  private List<Workload> series(Function<SeriesSource, SeriesMethod> method, Path target) {
    return sources().map(source -> workload(method.apply(source), source, target)).toList();
  }

  private Stream<SeriesSource> sources() {
    return Stream.of(
            parts.contains(Part.NAB) ? SeriesSource.nab(data) : List.<SeriesSource>of(),
            parts.contains(Part.KPI) ? SeriesSource.kpi(data) : List.<SeriesSource>of())
        .flatMap(List::stream);
  }

  private static Workload workload(SeriesMethod method, SeriesSource source, Path target) {
    List<SeriesTask> tasks =
        source.files().stream()
            .sorted(Comparator.comparingLong(DataFile::size).reversed())
            .map(file -> new SeriesTask(method, source, file, target))
            .toList();
    return new Workload(method.name(), source.name(), target, tasks);
  }
}
