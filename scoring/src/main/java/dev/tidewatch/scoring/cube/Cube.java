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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

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
  private Directory directory;
  private int[] seenAt = new int[0];
  private double[][] carried;
  private int[] order = new int[0];
  private int taken;

  /**
   * @param mostForests how many series forests watch at most, shared out evenly among the measures
   */
  public Cube(
      Duration interval,
      ZoneId zone,
      List<MeasureSettings> measures,
      List<String> dimensions,
      int mostLeaves,
      int mostForests) {
    this.measures = measures;
    this.mostLeaves = mostLeaves;
    this.directory = new Directory(dimensions);
    this.carried = new double[measures.size()][0];
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
    block.allocate();
    grow();
    for (int i = 0; i < block.intervals(); i++) {
      fill(intervals.get(i), block, i);
    }
    inTasks(block, executor, true);
    inParallel(measures.size(), executor, measure -> addUp(block, measure));
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
    int before = seenAt.length;
    if (directory.leaves() > before) {
      seenAt = Arrays.copyOf(seenAt, directory.leaves());
      for (int i = 0; i < carried.length; i++) {
        carried[i] = Arrays.copyOf(carried[i], directory.leaves());
        Arrays.fill(carried[i], before, directory.leaves(), Double.NaN);
      }
    }
  }

  private void fill(IntervalRows rows, Block block, int interval) {
    taken++;
    int[] leaves = block.leavesOfRows(interval);
    for (int leaf : leaves) {
      if (leaf >= 0) {
        seenAt[leaf] = taken;
      }
    }
    for (int measure = 0; measure < measures.size(); measure++) {
      rows(rows, block, interval, measure);
      absent(block, interval, measure);
    }
  }

  private void rows(IntervalRows rows, Block block, int interval, int measure) {
    int[] leaves = block.leavesOfRows(interval);
    double[] values = block.answers(measure).values;
    int[] counts = block.counts();
    Arrays.fill(counts, 0, directory.leaves(), 0);
    for (int row = 0; row < leaves.length; row++) {
      double value = rows.measure(measure, row);
      if (leaves[row] >= 0 && !Double.isNaN(value)) {
        int cell = block.cell(interval, directory.scopeOfLeaf(leaves[row]));
        values[cell] = counts[leaves[row]]++ == 0 ? value : values[cell] + value;
      }
    }
    if (averaged(measure)) {
      for (int leaf = 0; leaf < block.leaves(interval); leaf++) {
        if (counts[leaf] > 1) {
          values[block.cell(interval, directory.scopeOfLeaf(leaf))] /= counts[leaf];
        }
      }
    }
  }

  private boolean averaged(int measure) {
    return switch (measures.get(measure).aggregation()) {
      case SUM -> false;
      case AVG -> true;
    };
  }

  private void absent(Block block, int interval, int measure) {
    MissingRule rule = measures.get(measure).missing();
    double[] values = block.answers(measure).values;
    double[] carry = carried[measure];
    for (int leaf = 0; leaf < block.leaves(interval); leaf++) {
      int cell = block.cell(interval, directory.scopeOfLeaf(leaf));
      if (!Double.isNaN(values[cell])) {
        carry[leaf] = values[cell];
      } else if (rule != MissingRule.UNKNOWN && taken - seenAt[leaf] > 1) {
        values[cell] = rule == MissingRule.ZERO ? 0 : carry[leaf];
      }
    }
  }

  private void addUp(Block block, int measure) {
    int coarser = directory.cuboids() - 1;
    int[] known = new int[directory.scopes()];
    int[] counted = new int[directory.scopes()];
    for (int interval = 0; interval < block.intervals() && coarser > 0; interval++) {
      Arrays.fill(known, 0);
      Arrays.fill(counted, 0);
      addUp(block, measure, interval, known, counted);
      finish(block, measure, interval, known, counted);
    }
  }

  private void addUp(Block block, int measure, int interval, int[] known, int[] counted) {
    Answers answers = block.answers(measure);
    for (int leaf = 0; leaf < block.leaves(interval); leaf++) {
      int own = directory.scopeOfLeaf(leaf);
      double value = answers.value(interval, own);
      boolean present = !Double.isNaN(value);
      double counts = present ? value : answers.expected(interval, own);
      if (Double.isNaN(counts)) {
        continue;
      }
      for (int cuboid = 0; cuboid < directory.cuboids() - 1; cuboid++) {
        int scope = directory.scopeOf(leaf, cuboid);
        int cell = block.cell(interval, scope);
        answers.values[cell] = counted[scope]++ == 0 ? counts : answers.values[cell] + counts;
        known[scope] |= present ? 1 : 0;
      }
    }
  }

  private void finish(Block block, int measure, int interval, int[] known, int[] counted) {
    double[] values = block.answers(measure).values;
    for (int scope = 0; scope < block.scopes(interval); scope++) {
      int cell = block.cell(interval, scope);
      if (directory.leafOf(scope) < 0) {
        if (known[scope] == 0) {
          values[cell] = Double.NaN;
        } else if (averaged(measure)) {
          values[cell] /= counted[scope];
        }
      }
    }
  }

  private void inTasks(Block block, Executor executor, boolean leaves) {
    int tasks = (directory.scopes() + SCOPES_A_TASK - 1) / SCOPES_A_TASK;
    inParallel(
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

  private static void inParallel(int tasks, Executor executor, IntConsumer task) {
    CompletableFuture<?>[] running = new CompletableFuture<?>[tasks];
    for (int i = 0; i < tasks; i++) {
      int number = i;
      running[i] = CompletableFuture.runAsync(() -> task.accept(number), executor);
    }
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException failed) {
      throw cause(failed);
    }
  }

  /** What went wrong, as if there had been no other thread. */
  private static RuntimeException cause(CompletionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException cause ? cause : failed;
  }

  /**
   * Forgets leaves without a row in so many intervals that came, and scopes without leaves.
   *
   * @return for every scope that is left, which number it had before; empty if nothing changed
   */
  public Optional<int[]> forget(long intervals) {
    Directory smaller = directory.only(leaf -> taken - seenAt[leaf] < intervals);
    if (smaller.leaves() == directory.leaves()) {
      return Optional.empty();
    }
    int[] scopes = directory.scopesOf(smaller);
    pages.replaceAll(states -> states.only(scopes));
    forests.replaceAll(those -> those.only(scopes));
    int[] leaves = new int[smaller.leaves()];
    Arrays.setAll(leaves, leaf -> directory.leafOf(scopes[smaller.scopeOfLeaf(leaf)]));
    seenAt = Arrays.stream(leaves).map(leaf -> seenAt[leaf]).toArray();
    Arrays.setAll(
        carried, i -> Arrays.stream(leaves).mapToDouble(leaf -> carried[i][leaf]).toArray());
    order = new int[0];
    directory = smaller;
    return Optional.of(scopes);
  }

  public void write(StateWriter out) {
    directory.write(out);
    out.integer(taken);
    for (int leaf = 0; leaf < directory.leaves(); leaf++) {
      out.integer(seenAt[leaf]);
      for (double[] values : carried) {
        out.real(values[leaf]);
      }
    }
    pages.forEach(states -> states.write(out));
    forests.forEach(those -> those.write(out));
  }

  public void read(StateReader in) {
    directory = Directory.read(in, directory.dimensions());
    taken = in.integer();
    grow();
    for (int leaf = 0; leaf < directory.leaves(); leaf++) {
      seenAt[leaf] = in.integer();
      for (double[] values : carried) {
        values[leaf] = in.real();
      }
    }
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
