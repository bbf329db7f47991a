package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.timing.ProcessorTime;
import dev.tidewatch.evaluation.timing.Timing;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A plain way to watch a cube: the {@link SeasonalMedian} of the total and of every leaf of each
 * measure. A group of a measure opens when one of them lies beyond the alarm distance, and closes
 * after three quiet intervals. Looking at n series at once widens the alarm distance z to √(z² + 2
 * ln n), by which a Gaussian tail grows n times rarer (Bonferroni).
 *
 * @param folder the cube
 * @param results the method's folder of results; the groups go to {@code cube/NAME.jsonl} in it
 */
public record SeasonalMedianCubeTask(Path folder, Path results) implements Callable<Timing> {
  private static final long QUIET_INTERVALS = 3;
  private static final double ALARM_SEVERITY = 50;

  @Override
  public Timing call() {
    PlainCube cube = new PlainCube(folder);
    List<String> lines = new ArrayList<>();
    long before = ProcessorTime.ofThisThread();
    for (int measure = 0; measure < cube.measures().size(); measure++) {
      groups(cube, measure)
          .forEach(group -> lines.add(group.json(cube.dimensions(), cube.leaves())));
    }
    long nanos = ProcessorTime.ofThisThread() - before;
    write(lines);
    long series = (long) cube.measures().size() * (cube.leaves().size() + 1);
    return new Timing(series, series * cube.starts().size(), nanos);
  }

  private static List<PlainGroup> groups(PlainCube cube, int measure) {
    int leaves = cube.leaves().size();
    List<SeasonalMedian> medians =
        Stream.generate(() -> new SeasonalMedian(settings(cube))).limit(leaves + 1).toList();
    double alarm =
        Math.sqrt(RobustVerdict.ALARM * RobustVerdict.ALARM + 2 * StrictMath.log(leaves + 1));
    List<PlainGroup> groups = new ArrayList<>();
    double[] deviations = new double[leaves];
    for (long start : cube.starts()) {
      Instant instant = Instant.ofEpochSecond(start);
      double total = cube.total(start, measure);
      double furthest = medians.get(leaves).next(instant, total).distance(total);
      for (int leaf = 0; leaf < leaves; leaf++) {
        double value = cube.value(start, leaf, measure);
        MedianBand band = medians.get(leaf).next(instant, value);
        deviations[leaf] = band.deviation(value);
        furthest = Math.max(furthest, band.distance(value));
      }
      double severity = Math.min(100, ALARM_SEVERITY * furthest / alarm);
      if (severity >= ALARM_SEVERITY) {
        current(groups, cube, measure, start).add(start, severity, deviations);
      }
    }
    return groups;
  }

  /** The last group while it lasts, else a new one. */
  private static PlainGroup current(
      List<PlainGroup> groups, PlainCube cube, int measure, long start) {
    long reach = QUIET_INTERVALS * cube.interval().toSeconds();
    if (groups.isEmpty() || start - groups.get(groups.size() - 1).end() > reach) {
      groups.add(new PlainGroup(cube.measures().get(measure), start, cube.leaves().size()));
    }
    return groups.get(groups.size() - 1);
  }

  private static SeriesSettings settings(PlainCube cube) {
    return new SeriesSettings(cube.interval(), ZoneOffset.UTC, MissingRule.UNKNOWN);
  }

  private void write(List<String> lines) {
    Path file = results.resolve("cube").resolve(folder.getFileName() + ".jsonl");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
  }
}
