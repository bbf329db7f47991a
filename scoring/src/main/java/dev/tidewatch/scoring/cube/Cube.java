package dev.tidewatch.scoring.cube;

import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesEngine;
import dev.tidewatch.scoring.series.SeriesSettings;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Scores every scope of every measure of a cube. Several intervals may be taken in at once: then
 * each time series is walked through all of them before the next series is touched, which is what
 * the processor's caches like, and series are shared out to threads; the answers and the state are
 * the same as one by one, because a leaf depends on itself only and a coarser scope on its leaves.
 */
public final class Cube {
  private static final int SCOPES_A_TASK = 1024;
  private static final int CELLS_A_BLOCK = 1 << 20;

  private final List<MeasureSettings> measures;
  private final SeriesSettings series;
  private final int mostLeaves;
  private final List<SeriesPages> pages = new ArrayList<>();
  private final List<Forests> forests = new ArrayList<>();
  private final LeafValues leafValues;
  private final SeriesRoom room;
  private Directory directory;
  private int[] order = new int[0];

  /**
   * @param mostForests how many series forests watch at most, shared out evenly among the measures
   * @param room asked before series are added
   */
  public Cube(
      Duration interval,
      ZoneId zone,
      List<MeasureSettings> measures,
      List<String> dimensions,
      int mostLeaves,
      int mostForests,
      SeriesRoom room) {
    this.room = room;
    this.measures = measures;
    this.mostLeaves = mostLeaves;
    this.directory = new Directory(dimensions);
    this.leafValues = new LeafValues(measures);
    // What a missing value says is decided here, where it is known whether an interval came at all.
    this.series = new SeriesSettings(interval, zone, MissingRule.UNKNOWN);
    measures.forEach(measure -> pages.add(new SeriesPages(new SeriesEngine(series))));
    measures.forEach(measure -> forests.add(new Forests(series, mostForests / measures.size())));
  }

  public Directory directory() {
    return directory;
  }

  /**
   * Takes in intervals, each after the one before: the first one, and as many more as memory allows
   * together.
   */
  public Block score(List<IntervalRows> intervals, Executor executor) {
    Block block = new Block(directory, measures.size());
    for (int i = 0; i < intervals.size() && (i == 0 || fits(intervals.get(i), i)); i++) {
      place(intervals.get(i), block);
    }
    room.take((long) directory.scopes() * measures.size());
    block.allocate();
    grow();
    for (int i = 0; i < block.intervals(); i++) {
      leafValues.fill(intervals.get(i), directory, block, i);
    }
    inTasks(block, executor, true);
    CoarserValues coarser = new CoarserValues(directory, block);
    ParallelTasks.run(
        measures.size(),
        executor,
        measure -> coarser.addUp(measure, measures.get(measure).averaged()));
    inTasks(block, executor, false);
    return block;
  }

  /** Whether there is room for an interval more, were every unknown row a leaf of its own. */
  private boolean fits(IntervalRows rows, int intervals) {
    long unknown = 0;
    for (int row = 0; row < rows.size(); row++) {
      unknown += leafAsBefore(rows, row) || directory.knows(rows, row) ? 0 : 1;
    }
    long scopes = directory.scopes() + unknown * directory.cuboids();
    return (intervals + 1) * scopes * measures.size() <= CELLS_A_BLOCK;
  }

  private boolean leafAsBefore(IntervalRows rows, int row) {
    return row < order.length && order[row] >= 0 && directory.isLeaf(order[row], rows, row);
  }

  /** Finds the leaf of each row. Rows mostly come in the order of the interval before. */
  private void place(IntervalRows rows, Block block) {
    int[] leaves = new int[rows.size()];
    for (int row = 0; row < leaves.length; row++) {
      leaves[row] = leafAsBefore(rows, row) ? order[row] : directory.leaf(rows, row, mostLeaves);
    }
    order = leaves;
    block.place(rows.start().getEpochSecond(), leaves);
  }

  private void grow() {
    pages.forEach(states -> states.grow(directory.scopes()));
    forests.forEach(those -> those.grow(directory));
    leafValues.grow(directory.leaves());
  }

  private void inTasks(Block block, Executor executor, boolean leaves) {
    int tasks = (directory.scopes() + SCOPES_A_TASK - 1) / SCOPES_A_TASK;
    ParallelTasks.run(
        tasks * measures.size(),
        executor,
        task -> {
          int from = task / measures.size() * SCOPES_A_TASK;
          int to = Math.min(directory.scopes(), from + SCOPES_A_TASK);
          score(block, task % measures.size(), from, to, leaves);
        });
  }

  private void score(Block block, int measure, int from, int to, boolean leaves) {
    SeriesEngine engine = new SeriesEngine(series);
    Answers answers = block.answers(measure);
    SeriesPages states = pages.get(measure);
    for (int scope = from; scope < to; scope++) {
      if (directory.leafOf(scope) >= 0 == leaves) {
        float[] page = states.page(scope);
        int offset = states.offset(scope);
        for (int i = block.firstIntervalOf(scope); i < block.intervals(); i++) {
          int cell = block.cell(i, scope);
          PointScore point = engine.score(page, offset, block.start(i), answers.values[cell]);
          answers.put(cell, forests.get(measure).join(scope, point));
        }
      }
    }
  }

  /**
   * Forgets leaves without a row in so many intervals that came, and scopes without leaves.
   *
   * @return for every scope that is left, which number it had before; empty if nothing changed
   */
  public Optional<int[]> forget(long intervals) {
    Directory smaller = directory.only(leaf -> leafValues.absentFor(leaf) < intervals);
    if (smaller.leaves() == directory.leaves()) {
      return Optional.empty();
    }
    int[] scopes = directory.scopesOf(smaller);
    pages.replaceAll(states -> states.only(scopes));
    forests.replaceAll(those -> those.only(scopes));
    int[] leaves = new int[smaller.leaves()];
    Arrays.setAll(leaves, leaf -> directory.leafOf(scopes[smaller.scopeOfLeaf(leaf)]));
    leafValues.keep(leaves);
    order = new int[0];
    directory = smaller;
    return Optional.of(scopes);
  }

  public void write(StateWriter out) {
    directory.write(out);
    leafValues.write(out, directory.leaves());
    pages.forEach(states -> states.write(out));
    forests.forEach(those -> those.write(out));
  }

  public void read(StateReader in) {
    directory = Directory.read(in, directory.dimensions());
    room.take((long) directory.scopes() * measures.size());
    grow();
    leafValues.read(in, directory.leaves());
    for (SeriesPages states : pages) {
      int size = states.read(in, directory.scopes());
      if (size != directory.scopes()) {
        throw new DamagedSnapshot(
            "the snapshot is damaged: it has %d series of %d scopes"
                .formatted(size, directory.scopes()));
      }
    }
    forests.forEach(those -> those.read(in, directory.scopes()));
  }
}
