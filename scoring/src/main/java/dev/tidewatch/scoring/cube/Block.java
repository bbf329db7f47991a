package dev.tidewatch.scoring.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some intervals of a cube that are scored together. */
public final class Block {
  private final Directory directory;
  private final Answers[] answers;
  private final List<Placed> placed = new ArrayList<>();
  private int[] counts = new int[0];
  private int allScopes;

  Block(Directory directory, int measures) {
    this.directory = directory;
    this.answers = new Answers[measures];
  }

  /** Adds an interval whose leaves are in the directory. */
  void place(long start, int[] leavesOfRows) {
    placed.add(new Placed(start, leavesOfRows, new KnownScopes(directory)));
  }

  void allocate() {
    allScopes = directory.scopes();
    Arrays.setAll(answers, measure -> new Answers(placed.size(), allScopes));
    counts = new int[directory.leaves()];
  }

  int cell(int interval, int scope) {
    return interval * allScopes + scope;
  }

  int[] counts() {
    return counts;
  }

  int[] leavesOfRows(int interval) {
    return placed.get(interval).leavesOfRows();
  }

  int leaves(int interval) {
    return placed.get(interval).known().leaves();
  }

  int scopes(int interval) {
    return placed.get(interval).known().scopes();
  }

  int firstIntervalOf(int scope) {
    int interval = 0;
    while (scope >= scopes(interval)) {
      interval++;
    }
    return interval;
  }

  Answers answers(int measure) {
    return answers[measure];
  }

  public int intervals() {
    return placed.size();
  }

  /** The interval's start, in seconds of the epoch. */
  public long start(int interval) {
    return placed.get(interval).start();
  }

  /** Rows of new leaves for which there was no room. */
  public int rowsBeyondQuota(int interval) {
    return (int) Arrays.stream(leavesOfRows(interval)).filter(leaf -> leaf < 0).count();
  }

  public MeasureScores scores(int measure, int interval) {
    return new MeasureScores(placed.get(interval).known(), answers[measure], interval);
  }

  /** An interval, and the leaf of each of its rows, -1 where there was no room for it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Placed(long start, int[] leavesOfRows, KnownScopes known) {}
}
