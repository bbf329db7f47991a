package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafChanges;
import dev.tidewatch.scoring.contribution.ScopeSearch;
import dev.tidewatch.scoring.contribution.Shares;
import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.Instant;
import java.util.Arrays;

/** An anomaly group that may still grow, and the deviations of its leaves so far. */
final class OpenGroup {
  private final long start;
  private long end;
  private int age;
  private int quiet;
  private int scope;
  private boolean above;
  private double severity;
  private double[] deviation = new double[0];
  private double[] expected = new double[0];
  private double[] variance = new double[0];

  OpenGroup(long start) {
    this.start = start;
  }

  int scope() {
    return scope;
  }

  boolean above() {
    return above;
  }

  int age() {
    return age;
  }

  int quiet() {
    return quiet;
  }

  void passed() {
    age++;
    quiet++;
  }

  /** Takes in an interval in which it was anomalous, and looks anew for what explains it. */
  void grow(long epochSecond, double now, LeafChanges changes, ScopeSearch search) {
    end = epochSecond;
    quiet = 0;
    severity = Math.max(severity, now);
    add(changes);
    scope = search.search(changes(changes.directory()));
    double sum = 0;
    Directory directory = changes.directory();
    for (int leaf = 0; leaf < deviation.length; leaf++) {
      if (directory.scopeOf(leaf, directory.cuboidOf(scope)) == scope) {
        sum += deviation[leaf];
      }
    }
    above = sum > 0;
  }

  private void add(LeafChanges changes) {
    int leaves = changes.deviation().length;
    if (deviation.length < leaves) {
      deviation = Arrays.copyOf(deviation, leaves);
      expected = Arrays.copyOf(expected, leaves);
      variance = Arrays.copyOf(variance, leaves);
    }
    for (int leaf = 0; leaf < leaves; leaf++) {
      deviation[leaf] += changes.deviation()[leaf];
      expected[leaf] += changes.expected()[leaf];
      variance[leaf] += changes.variance()[leaf];
    }
  }

  private LeafChanges changes(Directory directory) {
    return new LeafChanges(directory, deviation, expected, variance);
  }

  AnomalyGroup group(String measure, MeasureScores scores) {
    return new AnomalyGroup(
        measure,
        Instant.ofEpochSecond(start),
        Instant.ofEpochSecond(end),
        severity,
        scores.directory().scope(scope),
        Shares.of(changes(scores.directory()), scope));
  }

  void write(StateWriter out) {
    out.longer(start);
    out.longer(end);
    out.integer(age);
    out.integer(quiet);
    out.integer(scope);
    out.integer(above ? 1 : 0);
    out.real(severity);
    out.integer(deviation.length);
    for (int leaf = 0; leaf < deviation.length; leaf++) {
      out.real(deviation[leaf]);
      out.real(expected[leaf]);
      out.real(variance[leaf]);
    }
  }

  static OpenGroup read(StateReader in, int leaves) {
    OpenGroup group = new OpenGroup(in.longer());
    group.end = in.longer();
    group.age = in.integer();
    group.quiet = in.integer();
    group.scope = in.count();
    group.above = in.integer() == 1;
    group.severity = in.real();
    int known = Math.min(leaves, in.count());
    group.deviation = new double[known];
    group.expected = new double[known];
    group.variance = new double[known];
    for (int leaf = 0; leaf < known; leaf++) {
      group.deviation[leaf] = in.real();
      group.expected[leaf] = in.real();
      group.variance[leaf] = in.real();
    }
    return group;
  }
}
