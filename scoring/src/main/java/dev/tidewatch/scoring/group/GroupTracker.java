package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafChanges;
import dev.tidewatch.scoring.contribution.ScanSearch;
import dev.tidewatch.scoring.contribution.ScopeSearch;
import dev.tidewatch.scoring.contribution.Shares;
import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.series.Severity;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Opens, grows and closes the anomaly groups of one measure. A measure has one open group at a
 * time, as in Lookout for Metrics: what an analyst asks first is "what is wrong with orders".
 */
public final class GroupTracker {
  private static final double STANDARD_DEVIATIONS_A_REACH = 1 / 2.4;

  private final String measure;
  private final GroupSettings settings;
  private final ScopeSearch search = new ScanSearch();
  private final Surprise surprise;
  private final double price;
  private final long mostOpen;
  private boolean open;
  private int age;
  private long start;
  private long end;
  private int quiet;
  private double severity;
  private double[] deviation = new double[0];
  private double[] expected = new double[0];
  private double[] variance = new double[0];

  public GroupTracker(String measure, GroupSettings settings, long interval, int measures) {
    this.measure = measure;
    this.settings = settings;
    this.surprise = new Surprise(interval);
    this.price = StrictMath.log10(measures * T.p("days", 30) / 2);
    this.mostOpen = Math.max(1, 86400 / interval);
  }

  public boolean open() {
    return open;
  }

  /** Takes in what the engine says about the interval that starts then. */
  public Optional<GroupEvent> step(long epochSecond, MeasureScores scores) {
    double now = Severity.of(Math.max(0, surprise.score(scores) - price));
    age = open ? age + 1 : 0;
    if (!open || age > mostOpen) {
      surprise.learn();
    }
    if (now >= (open ? T.p("stay", 25) : T.p("open", 40))) {
      return Optional.of(anomalous(epochSecond, scores, now));
    }
    return open ? quiet(scores) : Optional.empty();
  }

  private GroupEvent anomalous(long epochSecond, MeasureScores scores, double now) {
    GroupEvent.Kind kind = open ? GroupEvent.Kind.GREW : GroupEvent.Kind.OPENED;
    if (!open) {
      begin(epochSecond);
    }
    end = epochSecond;
    quiet = 0;
    severity = Math.max(severity, now);
    add(scores);
    return new GroupEvent(kind, group(scores.directory()));
  }

  private Optional<GroupEvent> quiet(MeasureScores scores) {
    quiet++;
    if (quiet <= settings.quietIntervals()) {
      return Optional.empty();
    }
    open = false;
    return Optional.of(new GroupEvent(GroupEvent.Kind.CLOSED, group(scores.directory())));
  }

  private void begin(long epochSecond) {
    open = true;
    start = epochSecond;
    severity = 0;
    Arrays.fill(deviation, 0);
    Arrays.fill(expected, 0);
    Arrays.fill(variance, 0);
  }

  private void add(MeasureScores scores) {
    Directory directory = scores.directory();
    if (deviation.length < scores.leaves()) {
      deviation = Arrays.copyOf(deviation, scores.leaves());
      expected = Arrays.copyOf(expected, scores.leaves());
      variance = Arrays.copyOf(variance, scores.leaves());
    }
    for (int leaf = 0; leaf < scores.leaves(); leaf++) {
      int scope = directory.scopeOfLeaf(leaf);
      double value = scores.value(scope);
      double usual = scores.expected(scope);
      if (!Double.isNaN(value) && !Double.isNaN(usual)) {
        double sigma = STANDARD_DEVIATIONS_A_REACH * scores.reach(scope);
        deviation[leaf] += value - usual;
        expected[leaf] += usual;
        variance[leaf] += sigma * sigma;
      }
    }
  }

  private AnomalyGroup group(Directory directory) {
    LeafChanges changes = new LeafChanges(directory, deviation, expected, variance);
    int scope = search.search(changes);
    return new AnomalyGroup(
        measure,
        Instant.ofEpochSecond(start),
        Instant.ofEpochSecond(end),
        severity,
        directory.scope(scope),
        Shares.of(changes, scope));
  }

  public void write(StateWriter out) {
    surprise.write(out);
    out.integer(age);
    out.integer(open ? 1 : 0);
    if (open) {
      out.longer(start);
      out.longer(end);
      out.integer(quiet);
      out.real(severity);
      out.integer(deviation.length);
      for (int leaf = 0; leaf < deviation.length; leaf++) {
        out.real(deviation[leaf]);
        out.real(expected[leaf]);
        out.real(variance[leaf]);
      }
    }
  }

  public void read(StateReader in, int scopes, int leaves) {
    surprise.read(in, scopes);
    age = in.integer();
    open = in.integer() == 1;
    if (open) {
      start = in.longer();
      end = in.longer();
      quiet = in.integer();
      severity = in.real();
      int known = Math.min(leaves, in.count());
      deviation = new double[known];
      expected = new double[known];
      variance = new double[known];
      for (int leaf = 0; leaf < known; leaf++) {
        deviation[leaf] = in.real();
        expected[leaf] = in.real();
        variance[leaf] = in.real();
      }
    }
  }
}
