package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafDeviations;
import dev.tidewatch.scoring.contribution.ScanSearch;
import dev.tidewatch.scoring.contribution.ScopeSearch;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens, grows and closes the anomaly groups of one measure. As a rule there is one at a time, as
 * in Lookout for Metrics: what an analyst asks is "what is wrong with orders". A second one opens
 * beside it when a part of the cube becomes anomalous that has no leaf in common with the first, or
 * when something sets in anew, far beyond what the same scope showed lately: two events that meet
 * by chance are told apart, so that the later one is not taken for the echo of the earlier.
 */
public final class GroupTracker {
  private static final double SEVERE = 50;
  private static final int MOST_AT_ONCE = 3;
  private static final double ONSET = 1;
  private static final double FADING = 0.5;
  private static final int YOUNG_INTERVALS = 3;
  private static final int LEAST_LONG = 20;

  private final String measure;
  private final int measures;
  private final GroupSettings settings;
  private final ScopeSearch search = new ScanSearch();
  private final Surprise surprise;
  private final ScopeMemory recent = new ScopeMemory(0);
  private final List<OpenGroup> open = new ArrayList<>();
  private final long interval;
  private final long longOpen;
  private int openFor;
  private long opened;

  /**
   * @param measures how many the metric set has
   */
  public GroupTracker(
      String measure,
      int measures,
      GroupSettings settings,
      Duration interval,
      ZoneId zone,
      int cuboids) {
    this.measure = measure;
    this.measures = measures;
    this.settings = settings;
    this.surprise = new Surprise(interval.toSeconds(), zone, cuboids);
    this.interval = interval.toSeconds();
    this.longOpen = Math.max(LEAST_LONG, Duration.ofDays(1).dividedBy(interval));
  }

  /** Whether a group is open. */
  public boolean open() {
    return !open.isEmpty();
  }

  /** Takes in what the engine says about the interval that starts then. */
  public List<GroupEvent> step(long epochSecond, MeasureScores scores) {
    double severity = severity(surprise.score(epochSecond, scores));
    open.forEach(group -> group.passed(epochSecond, interval));
    // What was over before this interval does not go on in it.
    List<GroupEvent> events = new ArrayList<>(closed(settings.quietIntervals() + 1, scores));
    learn();
    recent.grow(scores.scopes());
    if (severity >= (open() ? settings.stayingSeverity() : settings.openingSeverity())) {
      events.addAll(anomalous(epochSecond, scores, severity));
    }
    remember(scores);
    events.addAll(closed(settings.quietIntervals(), scores));
    return events;
  }

  private double severity(double score) {
    return settings.severity(score, measures);
  }

  /** An anomaly is no example of health, but what lasts longer than a day must be learnt. */
  private void learn() {
    openFor = open() ? openFor + 1 : 0;
    if (openFor == 0 || openFor > longOpen) {
      surprise.learn();
    }
  }

  /**
   * Looks for what explains the interval, and for what explains the rest, as long as that is severe
   * by itself: it may be another group's.
   */
  private List<GroupEvent> anomalous(long epochSecond, MeasureScores scores, double severity) {
    List<GroupEvent> events = new ArrayList<>(1);
    List<Integer> explained = new ArrayList<>(1);
    LeafDeviations rest = surprise.deviations(scores);
    int scope = search.search(rest);
    double now = severity;
    for (int i = 0; i < MOST_AT_ONCE && (i == 0 || now >= SEVERE); i++) {
      grown(epochSecond, scope, now, rest, scores).ifPresent(events::add);
      explained.add(scope);
      rest = without(explained, surprise.deviationsNow(scores));
      scope = search.search(rest);
      now = Math.min(severity, severity(surprise.scoreOf(scope, scores)));
    }
    return events;
  }

  /** The group that a scope belongs to, grown; a new one when there is none. */
  private Optional<GroupEvent> grown(
      long epochSecond,
      int scope,
      double severity,
      LeafDeviations deviations,
      MeasureScores scores) {
    for (OpenGroup group : open) {
      if (belongs(scope, group, scores)) {
        return grow(group, GroupEvent.Kind.GREW, epochSecond, severity, deviations, scores);
      }
    }
    boolean severe = !open() || severity(surprise.scoreOf(scope, scores)) >= SEVERE;
    if (!severe || opened(epochSecond, scope, scores)) {
      return Optional.empty();
    }
    opened++;
    OpenGroup group = new OpenGroup(opened, epochSecond);
    open.add(group);
    return grow(group, GroupEvent.Kind.OPENED, epochSecond, severity, deviations, scores);
  }

  /** Whether a group that shares leaves with the scope has just been opened. */
  private boolean opened(long epochSecond, int scope, MeasureScores scores) {
    return open.stream()
        .filter(group -> group.start() == epochSecond)
        .anyMatch(group -> scores.directory().overlap(scope, group.scope()));
  }

  private Optional<GroupEvent> grow(
      OpenGroup group,
      GroupEvent.Kind kind,
      long epochSecond,
      double severity,
      LeafDeviations deviations,
      MeasureScores scores) {
    if (group.end() == epochSecond) {
      return Optional.empty();
    }
    group.grow(epochSecond, severity, without(others(group, deviations), deviations), search);
    return Optional.of(event(kind, group, scores));
  }

  /** The scopes of other open groups that have no leaf in common with this one's. */
  private List<Integer> others(OpenGroup group, LeafDeviations deviations) {
    return open.stream()
        .filter(other -> other != group && other.known() && group.known())
        .map(OpenGroup::scope)
        .filter(scope -> !deviations.directory().overlap(scope, group.scope()))
        .toList();
  }

  private static LeafDeviations without(List<Integer> scopes, LeafDeviations deviations) {
    LeafDeviations rest = deviations;
    for (int scope : scopes) {
      rest = rest.without(scope);
    }
    return rest;
  }

  /** Whether what is anomalous now is more of that group. */
  private boolean belongs(int scope, OpenGroup group, MeasureScores scores) {
    boolean setsIn = scores.score(scope) > recent.floats()[recent.at(scope)] + ONSET;
    boolean above = scores.value(scope) >= scores.expected(scope);
    boolean echo = scope == group.scope() && above != group.above();
    boolean anew = setsIn && !echo && group.age() > YOUNG_INTERVALS;
    return !anew && scores.directory().overlap(scope, group.scope());
  }

  /** The highest score of each scope lately, fading. */
  private void remember(MeasureScores scores) {
    float[] floats = recent.floats();
    for (int scope = 0; scope < scores.scopes(); scope++) {
      int at = recent.at(scope);
      floats[at] = (float) Math.max(scores.score(scope), floats[at] - FADING);
    }
  }

  private List<GroupEvent> closed(int quietIntervals, MeasureScores scores) {
    List<OpenGroup> over = open.stream().filter(group -> group.quiet() > quietIntervals).toList();
    open.removeAll(over);
    return over.stream().map(group -> event(GroupEvent.Kind.CLOSED, group, scores)).toList();
  }

  private GroupEvent event(GroupEvent.Kind kind, OpenGroup group, MeasureScores scores) {
    return new GroupEvent(kind, group.group(measure, scores.known()));
  }

  /**
   * Scopes have other numbers from now on; no group may be open.
   *
   * @param former for every scope, which number it had before
   */
  public void renumber(int[] former) {
    surprise.renumber(former);
    recent.renumber(former);
  }

  public void write(StateWriter out) {
    surprise.write(out);
    recent.write(out);
    out.integer(openFor);
    out.longer(opened);
    out.integer(open.size());
    open.forEach(group -> group.write(out));
  }

  public void read(StateReader in, int scopes, int leaves) {
    surprise.read(in, scopes);
    recent.read(in, scopes);
    openFor = in.integer();
    opened = in.longer();
    int groups = in.count();
    for (int i = 0; i < groups; i++) {
      open.add(OpenGroup.read(in, scopes, leaves));
    }
  }
}
