package dev.tidewatch.scoring;

import dev.tidewatch.scoring.cube.Block;
import dev.tidewatch.scoring.cube.Cube;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.cube.SeriesRoom;
import dev.tidewatch.scoring.forest.ForestWatch;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.group.GroupTracker;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Scores the rows of a metric set, interval by interval, and groups what is anomalous. Pure: the
 * same rows give the same answers and the same snapshot, byte by byte, in one go, in several, or
 * with a restart at every interval. Not for use by several threads at once.
 */
public final class ScoringEngine {
  private static final int MAGIC = 0x54494445; // TIDE
  private static final int VERSION = 3;
  private static final long FORGET = Duration.ofDays(28).toSeconds();
  private static final int MOST_ROWS = 1 << 20;

  private final ScoringSettings settings;
  private final Cube cube;
  private final List<GroupTracker> groups = new ArrayList<>();
  private final GroupRelations relations;
  private long last = Long.MIN_VALUE;

  /**
   * @throws IllegalStateException when forests are asked for and their library is not there
   */
  public ScoringEngine(ScoringSettings settings) {
    this(settings, SeriesRoom.UNBOUNDED);
  }

  /**
   * With bounded memory.
   *
   * @param room asked before series are added; when it throws, the engine is of no use any more
   */
  public ScoringEngine(ScoringSettings settings, SeriesRoom room) {
    if (settings.forests() > 0) {
      ForestWatch.requireLibrary();
    }
    this.settings = settings;
    cube =
        new Cube(
            settings.interval(),
            settings.zone(),
            settings.measures(),
            settings.dimensions(),
            settings.mostSeries(),
            settings.forests(),
            room);
    relations =
        new GroupRelations(
            settings.measures().stream().map(MeasureSettings::name).toList(), settings.links());
    settings.measures().forEach(measure -> groups.add(tracker(measure.name())));
  }

  private GroupTracker tracker(String measure) {
    return new GroupTracker(
        measure,
        settings.measures().size(),
        settings.groups(),
        settings.interval(),
        settings.zone(),
        cube.directory().cuboids());
  }

  /**
   * Takes in the rows of the next interval. Intervals may be left out, and may have no rows. An
   * interval that is not after the last one changes nothing, so one that is by mistake far in the
   * future makes all up to then late: who knows what time it is, must refuse it before.
   */
  public IntervalScores score(IntervalRows rows) {
    List<IntervalScores> answer = new ArrayList<>(1);
    take(List.of(rows), Runnable::run, answer::add);
    return answer.get(0);
  }

  /**
   * Takes in history as {@link #score} would, one interval after the other, only faster, and hands
   * on the answers in the order of the intervals.
   */
  public void warmStart(
      Iterable<IntervalRows> history, Executor executor, Consumer<IntervalScores> answers) {
    List<IntervalRows> together = new ArrayList<>();
    int rows = 1;
    for (IntervalRows each : history) {
      if (!together.isEmpty()
          && (together.size() + 1L) * rows > MOST_ROWS / settings.measures().size()) {
        take(together, executor, answers);
        together.clear();
        rows = 1;
      }
      together.add(each);
      rows = Math.max(rows, each.size());
    }
    take(together, executor, answers);
  }

  /** Splits where an interval is not taken, and where leaves are forgotten. */
  private void take(
      List<IntervalRows> intervals, Executor executor, Consumer<IntervalScores> answers) {
    List<IntervalRows> together = new ArrayList<>();
    for (IntervalRows rows : intervals) {
      rows.requireColumns(settings.dimensions().size(), settings.measures().size());
      long start = rows.start().getEpochSecond();
      if (start <= last) {
        score(together, executor, answers);
        answers.accept(IntervalScores.notTaken(rows.start()));
        continue;
      }
      if (last != Long.MIN_VALUE && start / FORGET != last / FORGET) {
        score(together, executor, answers);
        forget();
      }
      last = start;
      together.add(rows);
    }
    score(together, executor, answers);
  }

  private void score(
      List<IntervalRows> intervals, Executor executor, Consumer<IntervalScores> answers) {
    int done = 0;
    while (done < intervals.size()) {
      Block block = cube.score(intervals.subList(done, intervals.size()), executor);
      for (int i = 0; i < block.intervals(); i++) {
        answers.accept(answer(block, i, intervals.get(done + i)));
      }
      done += block.intervals();
    }
    intervals.clear();
  }

  private IntervalScores answer(Block block, int interval, IntervalRows rows) {
    List<MeasureScores> measures = new ArrayList<>();
    List<GroupEvent> events = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      MeasureScores scores = block.scores(i, interval);
      measures.add(scores);
      events.addAll(groups.get(i).step(block.start(interval), scores));
    }
    return new IntervalScores(
        rows.start(),
        true,
        measures,
        block.rowsBeyondQuota(interval),
        relations.relate(measures, events));
  }

  /** Open groups count leaves by their number: while there are any, all leaves stay. */
  private void forget() {
    if (groups.stream().noneMatch(GroupTracker::open)) {
      cube.forget(FORGET / settings.interval().toSeconds()).ifPresent(this::renumber);
    }
  }

  private void renumber(int[] former) {
    groups.forEach(group -> group.renumber(former));
    relations.renumberScopes();
  }

  /**
   * Writes everything the engine knows: a version, the settings, all series, open groups, a
   * checksum. The stream is flushed and stays open.
   */
  public void snapshot(OutputStream stream) {
    StateWriter out = new StateWriter(stream);
    out.integer(MAGIC);
    out.integer(VERSION);
    out.integer(settings.described().size());
    settings.described().forEach(out::text);
    out.longer(last);
    cube.write(out);
    groups.forEach(group -> group.write(out));
    relations.write(out);
    out.end();
  }

  /**
   * The engine that wrote the snapshot, as it was then.
   *
   * @throws DamagedSnapshot when the bytes are no whole snapshot of this version
   * @throws IllegalArgumentException when it was made with other settings
   */
  public static ScoringEngine restore(ScoringSettings settings, InputStream stream) {
    return restore(settings, stream, SeriesRoom.UNBOUNDED);
  }

  /** The same, with bounded memory. */
  public static ScoringEngine restore(
      ScoringSettings settings, InputStream stream, SeriesRoom room) {
    StateReader in = new StateReader(stream);
    check("this is no snapshot: it begins with %2$08x, not %1$08x", MAGIC, in.integer());
    check("this engine reads snapshots of version %d, not %d", VERSION, in.integer());
    settings.requireSame(described(in));
    ScoringEngine engine = new ScoringEngine(settings, room);
    engine.last = in.longer();
    engine.cube.read(in);
    engine.groups.forEach(
        group ->
            group.read(in, engine.cube.directory().scopes(), engine.cube.directory().leaves()));
    engine.relations.read(in);
    in.end();
    return engine;
  }

  private static List<String> described(StateReader in) {
    List<String> lines = new ArrayList<>();
    int size = in.count();
    for (int i = 0; i < size; i++) {
      lines.add(in.text());
    }
    return lines;
  }

  private static void check(String message, int expected, int found) {
    if (expected != found) {
      throw new DamagedSnapshot(message.formatted(expected, found));
    }
  }
}
