package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafChanges;
import dev.tidewatch.scoring.contribution.ScanSearch;
import dev.tidewatch.scoring.contribution.ScopeSearch;
import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.series.Severity;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Opens, grows and closes the anomaly groups of one measure. */
public final class GroupTracker {
  private static final double STANDARD_DEVIATIONS_A_REACH = 1 / 2.4;

  private final String measure;
  private final GroupSettings settings;
  private final ScopeSearch search = new ScanSearch();
  private final Surprise surprise;
  private final double price;
  private final long mostOpen;
  private final List<OpenGroup> open = new ArrayList<>();
  private float[] recent = new float[0];
  private int age;

  public GroupTracker(
      String measure, GroupSettings settings, long interval, int measures, int cuboids) {
    this.measure = measure;
    this.settings = settings;
    this.surprise = new Surprise(interval, cuboids);
    this.price = StrictMath.log10(measures * T.p("days", 7) / 2);
    this.mostOpen = (long) Math.max(T.p("mo", 20), 86400 / interval);
  }

  public boolean open() {
    return !open.isEmpty();
  }

  /** Takes in what the engine says about the interval that starts then. */
  public List<GroupEvent> step(long epochSecond, MeasureScores scores) {
    double now = Severity.of(Math.max(0, surprise.score(scores) - price));
    age = open.isEmpty() ? 0 : age + 1;
    if (open.isEmpty() || age > mostOpen) {
      surprise.learn();
    }
    open.forEach(OpenGroup::passed);
    List<GroupEvent> events = new ArrayList<>();
    if (now >= (open.isEmpty() ? T.p("open", 40) : T.p("stay", 25))) {
      anomalous(epochSecond, scores, now, events);
    }
    remember(scores);
    close(scores, events);
    return events;
  }

  private void anomalous(
      long epochSecond, MeasureScores scores, double now, List<GroupEvent> events) {
    LeafChanges changes = changes(scores);
    int scope = search.search(changes);
    Directory directory = scores.directory();
    double known = scope < recent.length ? recent[scope] : 0;
    boolean onset = scores.score(scope) > known + T.p("onset", 1);
    boolean above = scores.value(scope) >= scores.expected(scope);
    for (OpenGroup group : open) {
      boolean related = directory.overlap(scope, group.scope());
      boolean jump =
          onset
              && T.p("jump", 1) > 0
              && group.age() > 3
              && (above == group.above() || scope != group.scope());
      if (related && !jump) {
        group.grow(epochSecond, now, changes, search);
        events.add(new GroupEvent(GroupEvent.Kind.GREW, group.group(measure, scores)));
        return;
      }
    }
    double own = Severity.of(Math.max(0, surprise.score(scope, scores) - price));
    if (open.isEmpty() || own >= T.p("split", 50)) {
      OpenGroup group = new OpenGroup(epochSecond);
      group.grow(epochSecond, now, changes, search);
      open.add(group);
      events.add(new GroupEvent(GroupEvent.Kind.OPENED, group.group(measure, scores)));
    }
  }

  private void remember(MeasureScores scores) {
    if (recent.length < scores.scopes()) {
      recent = Arrays.copyOf(recent, scores.scopes());
    }
    for (int scope = 0; scope < scores.scopes(); scope++) {
      recent[scope] = (float) Math.max(scores.score(scope), recent[scope] - 0.5);
    }
  }

  private void close(MeasureScores scores, List<GroupEvent> events) {
    for (OpenGroup group : List.copyOf(open)) {
      if (group.quiet() > settings.quietIntervals()) {
        open.remove(group);
        events.add(new GroupEvent(GroupEvent.Kind.CLOSED, group.group(measure, scores)));
      }
    }
  }

  private static LeafChanges changes(MeasureScores scores) {
    Directory directory = scores.directory();
    double[] deviation = new double[scores.leaves()];
    double[] expected = new double[scores.leaves()];
    double[] variance = new double[scores.leaves()];
    for (int leaf = 0; leaf < scores.leaves(); leaf++) {
      int scope = directory.scopeOfLeaf(leaf);
      double value = scores.value(scope);
      double usual = scores.expected(scope);
      if (!Double.isNaN(value) && !Double.isNaN(usual)) {
        double sigma = STANDARD_DEVIATIONS_A_REACH * scores.reach(scope);
        deviation[leaf] = value - usual;
        expected[leaf] = usual;
        variance[leaf] = sigma * sigma;
      }
    }
    return new LeafChanges(directory, deviation, expected, variance);
  }

  public void write(StateWriter out) {
    surprise.write(out);
    out.integer(age);
    out.integer(recent.length);
    out.floats(recent, recent.length);
    out.integer(open.size());
    open.forEach(group -> group.write(out));
  }

  public void read(StateReader in, int scopes, int leaves) {
    surprise.read(in, scopes);
    age = in.integer();
    recent = new float[Math.min(scopes, in.count())];
    in.floats(recent, recent.length);
    int groups = in.count();
    for (int i = 0; i < groups; i++) {
      open.add(OpenGroup.read(in, leaves));
    }
  }
}
