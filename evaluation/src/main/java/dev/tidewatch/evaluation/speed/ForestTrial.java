package dev.tidewatch.evaluation.speed;

import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import dev.tidewatch.evaluation.baseline.RandomCutForestMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** AWS's thresholded random cut forest, one for each series, with OpenSearch's settings. */
final class ForestTrial implements Trial {
  private static final int GROWN = 300; // its samples are full
  private static final int LEAST_POINTS = 2_000;

  private List<ThresholdedRandomCutForest> forests = List.of();
  private final int series;
  private final int intervals;
  private final int runs;
  private final Load load = new Load();

  ForestTrial(int series, int runs) {
    this.series = series;
    this.intervals = Math.max(1, LEAST_POINTS / series);
    this.runs = runs;
  }

  @Override
  public Figures run() {
    forests = Stream.generate(RandomCutForestMethod::forest).limit(series).toList();
    score(0, GROWN);
    double nanos = Stopwatch.median(1, runs, run -> {}, this::score);
    double snapshot = snapshotBytes();
    double heap = Heap.of(() -> forests = List.of());
    return new Figures(
        Map.of(
            Figure.MICROS_A_POINT, nanos / 1e3 / intervals / series,
            Figure.HEAP_BYTES_A_SERIES, heap / series,
            Figure.SNAPSHOT_BYTES_A_SERIES, snapshot));
  }

  private void score(int run) {
    int from = GROWN + run * intervals;
    score(from, from + intervals);
  }

  private void score(int from, int until) {
    for (int i = 0; i < series; i++) {
      for (int interval = from; interval < until; interval++) {
        double[] value = {load.value(i, interval)};
        forests.get(i).process(value, Load.second(interval));
      }
    }
  }

  /** Its own state object, as Java writes it. */
  private double snapshotBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ThresholdedRandomCutForestMapper().toState(forests.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}
