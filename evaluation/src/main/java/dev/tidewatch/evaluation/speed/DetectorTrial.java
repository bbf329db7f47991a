package dev.tidewatch.evaluation.speed;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.GroupSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The whole engine over one measure of so many leaves: rows in, series of every scope scored,
 * groups and their contributions out, state written and read back.
 */
final class DetectorTrial implements Trial {
  private static final int ROWS_A_BLOCK = 200_000;
  private static final int FEWEST_INTERVALS = 4;
  private static final List<String> DIMENSIONS = List.of("country", "shop", "item");
  private static final int COUNTRIES = 20;
  private static final int SHOPS = 25;

  private final int leaves;
  private final int runs;
  private final int block;
  private final ScoringSettings settings;
  private final Load load = new Load();
  private final List<List<String>> names = new ArrayList<>();
  private ScoringEngine engine;
  private List<IntervalRows> rows = List.of();
  private int series;

  DetectorTrial(int leaves, int runs) {
    this.leaves = leaves;
    this.runs = runs;
    this.block = Math.max(FEWEST_INTERVALS, ROWS_A_BLOCK / leaves);
    this.settings =
        new ScoringSettings(
            Load.INTERVAL,
            ZoneOffset.UTC,
            List.of(MeasureSettings.of("orders", Aggregation.SUM)),
            DIMENSIONS,
            leaves,
            GroupSettings.DEFAULT);
    this.engine = new ScoringEngine(settings);
    for (int i = 0; i < leaves; i++) {
      names.add(
          List.of(
              "country-" + i % COUNTRIES,
              "shop-" + i / COUNTRIES % SHOPS,
              "item-" + i / COUNTRIES / SHOPS));
    }
  }

  @Override
  public Figures run() {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.POINTS_A_SECOND, warmStart());
    double interval = Stopwatch.median(2, runs, this::makeRows, run -> score());
    figures.put(Figure.SERIES, (double) series);
    figures.put(Figure.INTERVAL_MILLIS, interval / 1e6);
    figures.put(Figure.MICROS_A_POINT, interval / 1e3 / series);
    checkpoint(figures);
    rows = List.of();
    double heap = Heap.of(() -> engine = new ScoringEngine(settings));
    figures.put(Figure.HEAP_BYTES_A_SERIES, heap / series);
    return new Figures(figures);
  }

  /** To a file and back. */
  private void checkpoint(Map<Figure, Double> figures) {
    try {
      Path file = Files.createTempFile("evaluate-speed", ".snapshot");
      try {
        double write = Stopwatch.median(1, runs, run -> {}, run -> snapshot(file));
        double read = Stopwatch.median(1, runs, run -> {}, run -> restore(file));
        figures.put(Figure.SNAPSHOT_BYTES_A_SERIES, (double) Files.size(file) / series);
        figures.put(Figure.SNAPSHOT_MILLIS, write / 1e6);
        figures.put(Figure.RESTORE_MILLIS, read / 1e6);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no room for a snapshot: " + e.getMessage(), e);
    }
  }

  /** Takes in history block by block, each made beforehand; answers points a second. */
  private double warmStart() {
    double nanos = Stopwatch.median(1, runs, this::makeHistory, run -> takeHistory());
    return block * (double) series / (nanos / 1e9);
  }

  private void makeHistory(int run) {
    List<IntervalRows> history = new ArrayList<>();
    for (int i = 0; i < block; i++) {
      history.add(rows(block * run + i));
    }
    rows = history;
  }

  private void takeHistory() {
    engine.warmStart(rows, Runnable::run, scores -> series = scores.series());
  }

  private void makeRows(int run) {
    rows = List.of(rows(block * (runs + 1) + run));
  }

  private void score() {
    IntervalScores scores = engine.score(rows.get(0));
    if (!scores.taken()) {
      throw new IllegalStateException("an interval was not taken");
    }
  }

  private void snapshot(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      engine.snapshot(out);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  private void restore(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      engine = ScoringEngine.restore(settings, in);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  private IntervalRows rows(int interval) {
    Instant start = Instant.ofEpochSecond(Load.second(interval));
    IntervalRows.Builder builder = IntervalRows.at(start, DIMENSIONS.size(), 1);
    for (int i = 0; i < leaves; i++) {
      builder.add(names.get(i), load.value(i, interval));
    }
    return builder.build();
  }
}
