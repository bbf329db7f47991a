package dev.tidewatch.evaluation.cube;

import dev.tidewatch.evaluation.timing.ProcessorTime;
import dev.tidewatch.evaluation.timing.Timing;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Runs the engine over one metric set and writes the anomaly groups as they were last seen.
 *
 * @param folder the metric set
 * @param results the folder of results; the groups go to {@code cube/NAME.jsonl} in it
 */
public record CubeTask(Path folder, Path results) implements Callable<Timing> {
  @Override
  public Timing call() {
    CubeFolder cube = new CubeFolder(folder);
    List<IntervalRows> intervals = cube.intervals();
    ScoringEngine engine = new ScoringEngine(cube.settings());
    Map<Key, AnomalyGroup> groups = new LinkedHashMap<>();
    long points = 0;
    int series = 0;
    long before = ProcessorTime.ofThisThread();
    for (IntervalRows rows : intervals) {
      IntervalScores scores = engine.score(rows);
      scores.groups().forEach(event -> groups.put(key(event), event.group()));
      series = scores.series() * scores.measures().size();
      points += series;
    }
    long nanos = ProcessorTime.ofThisThread() - before;
    GroupFile.write(results.resolve("cube").resolve(cube.name() + ".jsonl"), groups.values());
    return new Timing(series, points, nanos);
  }

  private static Key key(GroupEvent event) {
    return new Key(event.group().measure(), event.group().number());
  }

  private record Key(String measure, long number) {}
}
