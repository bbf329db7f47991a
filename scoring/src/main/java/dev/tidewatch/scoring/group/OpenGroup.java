package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafDeviations;
import dev.tidewatch.scoring.contribution.ScopeSearch;
import dev.tidewatch.scoring.contribution.Shares;
import dev.tidewatch.scoring.cube.KnownScopes;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.Instant;

/** An anomaly group that may still grow, and the deviations of its leaves so far. */
final class OpenGroup {
  private final long number;
  private final long start;
  private long end = Long.MIN_VALUE;
  private int age;
  private int quiet;
  private int scope;
  private boolean above;
  private double severity;
  private double[] deviation = new double[0];
  private double[] expected = new double[0];
  private double[] variance = new double[0];

  /**
   * @param number counted from 1, of the measure's groups
   * @param start of its first interval, in seconds of the epoch
   */
  OpenGroup(long number, long start) {
    this.number = number;
    this.start = start;
  }

  /** The start of its first interval, in seconds of the epoch. */
  long start() {
    return start;
  }

  /** The start of its last anomalous interval, if there was any. */
  long end() {
    return end;
  }

  /** Whether it has grown yet, so that there is a scope. */
  boolean known() {
    return end != Long.MIN_VALUE;
  }

  /** What explains it so far. */
  int scope() {
    return scope;
  }

  /** Whether the scope's values are higher than expected, all in all. */
  boolean above() {
    return above;
  }

  /** How many intervals ago it opened. */
  int age() {
    return age;
  }

  /** How many intervals ago it was anomalous last. */
  int quiet() {
    return quiet;
  }

  /** Another interval has come; those that did not come in between have passed as well. */
  void passed(long epochSecond, long interval) {
    age = intervals(epochSecond - start, interval);
    quiet = intervals(epochSecond - end, interval);
  }

  /** To the nearest, as the day on which clocks change has an hour more or less. */
  private static int intervals(long seconds, long interval) {
    return (int) Math.min(Integer.MAX_VALUE, (seconds + interval / 2) / interval);
  }

  /** Takes in an interval in which it was anomalous, and looks anew for what explains it. */
  void grow(long epochSecond, double now, LeafDeviations deviations, ScopeSearch search) {
    end = epochSecond;
    quiet = 0;
    severity = Math.max(severity, now);
    LeafDeviations all = all(deviations.known()).plus(deviations);
    deviation = all.deviation();
    expected = all.expected();
    variance = all.variance();
    scope = search.search(all);
    above = all.deviationOf(scope) > 0;
  }

  private LeafDeviations all(KnownScopes known) {
    return new LeafDeviations(known, deviation, expected, variance);
  }

  AnomalyGroup group(String measure, KnownScopes known) {
    return new AnomalyGroup(
        measure,
        number,
        Instant.ofEpochSecond(start),
        Instant.ofEpochSecond(end),
        severity,
        known.directory().scope(scope),
        Shares.of(all(known), scope));
  }

  void write(StateWriter out) {
    out.longer(number);
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

  static OpenGroup read(StateReader in, int scopes, int leaves) {
    OpenGroup group = new OpenGroup(in.longer(), in.longer());
    group.end = in.longer();
    group.age = in.integer();
    group.quiet = in.integer();
    group.scope = in.countBelow(scopes);
    group.above = in.integer() == 1;
    group.severity = in.real();
    group.readDeviations(in, in.countBelow(leaves + 1));
    return group;
  }

  private void readDeviations(StateReader in, int leaves) {
    deviation = new double[leaves];
    expected = new double[leaves];
    variance = new double[leaves];
    for (int leaf = 0; leaf < leaves; leaf++) {
      deviation[leaf] = in.real();
      expected[leaf] = in.real();
      variance[leaf] = in.real();
    }
  }
}
