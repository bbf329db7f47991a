package dev.tidewatch.scoring.cube;

import java.util.Arrays;

/** Some intervals of a cube that are scored together. */
public final class Block {
  private final Directory directory;
  private final Answers[] answers;
  private final long[] starts;
  private final int[][] leavesOfRows;
  private final int[] scopes;
  private final int[][] cuboidSizes;
  private int[] counts = new int[0];
  private int allScopes;

  Block(Directory directory, int measures, int intervals) {
    this.directory = directory;
    this.answers = new Answers[measures];
    this.starts = new long[intervals];
    this.leavesOfRows = new int[intervals][];
    this.scopes = new int[intervals];
    this.cuboidSizes = new int[intervals][];
  }

  void place(int interval, long start, int[] leaves) {
    starts[interval] = start;
    leavesOfRows[interval] = leaves;
    scopes[interval] = directory.scopes();
    cuboidSizes[interval] = directory.cuboidSizes();
  }

  void allocate() {
    allScopes = directory.scopes();
    Arrays.setAll(answers, measure -> new Answers(starts.length, allScopes));
    counts = new int[directory.leaves()];
  }

  int cell(int interval, int scope) {
    return interval * allScopes + scope;
  }

  int[] counts() {
    return counts;
  }

  int[] leavesOfRows(int interval) {
    return leavesOfRows[interval];
  }

  int leaves(int interval) {
    return cuboidSizes[interval][cuboidSizes[interval].length - 1];
  }

  int scopes(int interval) {
    return scopes[interval];
  }

  int firstIntervalOf(int scope) {
    int interval = 0;
    while (scope >= scopes[interval]) {
      interval++;
    }
    return interval;
  }

  Answers answers(int measure) {
    return answers[measure];
  }

  public int intervals() {
    return starts.length;
  }

  /** The interval's start, in seconds of the epoch. */
  public long start(int interval) {
    return starts[interval];
  }

  /** Rows of new leaves for which there was no room. */
  public int rowsBeyondQuota(int interval) {
    return (int) Arrays.stream(leavesOfRows[interval]).filter(leaf -> leaf < 0).count();
  }

  public MeasureScores scores(int measure, int interval) {
    return new MeasureScores(
        directory, answers[measure], interval, scopes[interval], cuboidSizes[interval]);
  }
}
