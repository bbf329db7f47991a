package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.PointChunks;
import dev.tidewatch.detector.anomaly.PointWriter;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Takes past intervals into an engine and keeps what it says of every series. */
final class Replay {
  /** So many intervals are committed together. */
  private static final int TOGETHER = 64;

  private final WorkPlace place;
  private final Work work;
  private final LiveEngine live;
  private final List<IntervalScores> unwritten = new ArrayList<>();
  private int written;

  Replay(WorkPlace place, Work work, LiveEngine live) {
    this.place = place;
    this.work = work;
    this.live = live;
  }

  /** With an engine that knows nothing yet. */
  static Replay begin(WorkPlace place, Work work) {
    return new Replay(
        place,
        work,
        new LiveEngine(
            new ScoringEngine(work.settings(), place.engines().of(work.id(), false)),
            place.database().read(handle -> SeriesNumbers.of(work.id(), handle))));
  }

  ScoringEngine engine() {
    return live.engine();
  }

  SeriesNumbers numbers() {
    return live.numbers();
  }

  /**
   * Takes in the intervals at positions [from, to).
   *
   * @param answers is handed each answer, in their order, in the transaction that keeps it
   */
  void take(
      History.Intervals intervals, int from, int to, BiConsumer<Handle, IntervalScores> answers) {
    live.engine()
        .warmStart(
            () -> rows(intervals, from, to), place.executor(), scores -> keep(scores, answers));
    flush(answers);
    Folding.fold(place, work.id());
  }

  private static Iterator<IntervalRows> rows(History.Intervals intervals, int from, int to) {
    return new Iterator<>() {
      private int next = from;

      @Override
      public boolean hasNext() {
        return next < to;
      }

      @Override
      public IntervalRows next() {
        return intervals.rows(next++);
      }
    };
  }

  private void keep(IntervalScores scores, BiConsumer<Handle, IntervalScores> answers) {
    unwritten.add(scores);
    if (unwritten.size() == TOGETHER) {
      flush(answers);
    }
  }

  private void flush(BiConsumer<Handle, IntervalScores> answers) {
    place
        .database()
        .change(
            handle ->
                unwritten.forEach(
                    scores -> {
                      PointWriter.write(handle, work.id(), work.measures(), scores, live.numbers());
                      answers.accept(handle, scores);
                    }));
    written += unwritten.size();
    unwritten.clear();
    place.observer().reached(RunStep.WHILE_LEARNING);
    place.announcements().committed();
    if (written >= PointChunks.INTERVALS) {
      Folding.fold(place, work.id());
      written = 0;
    }
  }
}
