package dev.tidewatch.scoring;

import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.group.Related;
import dev.tidewatch.scoring.relation.DeclaredLinks;
import dev.tidewatch.scoring.relation.GroupEpisode;
import dev.tidewatch.scoring.relation.MeasureRelations;
import dev.tidewatch.scoring.relation.RelatedMeasure;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of every anomaly group which measures caused it and which it affects. */
final class GroupRelations {
  private static final double SPREADS_A_REACH = 3;

  private final List<String> measures;
  private final MeasureRelations relations;
  private final Map<Key, GroupEpisode> open = new LinkedHashMap<>();
  private final double[] residual;
  private final double[] noise;

  GroupRelations(List<String> measures, DeclaredLinks declared) {
    this.measures = List.copyOf(measures);
    this.relations = new MeasureRelations(measures.size(), declared);
    this.residual = new double[measures.size()];
    this.noise = new double[measures.size()];
  }

  /** Learns from an interval; answers its events with what their groups are related to. */
  List<GroupEvent> relate(List<MeasureScores> scores, List<GroupEvent> events) {
    observe(scores);
    Set<Key> told = new HashSet<>();
    List<GroupEvent> related = new ArrayList<>(events.size());
    for (GroupEvent event : events) {
      Key key = new Key(event.group());
      told.add(key);
      related.add(relate(event, open.computeIfAbsent(key, this::episode), scores));
    }
    open.forEach((key, episode) -> passed(key, episode, told));
    for (GroupEvent event : events) {
      if (event.kind() == GroupEvent.Kind.CLOSED) {
        close(new Key(event.group()));
      }
    }
    return related;
  }

  private void observe(List<MeasureScores> scores) {
    relations.nextInterval();
    int scopes = scores.get(0).scopes();
    for (int scope = 0; scope < scopes; scope++) {
      for (int i = 0; i < residual.length; i++) {
        MeasureScores measure = scores.get(i);
        double expected = measure.expected(scope);
        double spread = measure.reach(scope) / SPREADS_A_REACH;
        residual[i] = spread > 0 ? (measure.value(scope) - expected) / spread : Double.NaN;
        noise[i] = spread / Math.abs(expected);
      }
      relations.observe(scope, residual, noise);
    }
  }

  private GroupEvent relate(GroupEvent event, GroupEpisode episode, List<MeasureScores> scores) {
    Directory directory = scores.get(0).directory();
    if (event.kind() != GroupEvent.Kind.CLOSED) {
      directory.find(event.group().scope()).ifPresentOrElse(episode::follow, episode::follow);
    }
    return new GroupEvent(event.kind(), named(event.group(), episode.related()));
  }

  private AnomalyGroup named(AnomalyGroup group, List<RelatedMeasure> related) {
    return group.with(
        related.stream()
            .map(
                each ->
                    new Related(
                        measures.get(each.measure()),
                        each.relation(),
                        each.contributionPercent(),
                        each.lag()))
            .toList());
  }

  private GroupEpisode episode(Key key) {
    return new GroupEpisode(relations, measures.indexOf(key.measure()));
  }

  private static void passed(Key key, GroupEpisode episode, Set<Key> told) {
    if (!told.contains(key)) {
      episode.follow();
    }
  }

  private void close(Key key) {
    GroupEpisode episode = open.remove(key);
    if (episode != null) {
      episode.close();
    }
  }

  /** The scopes have other numbers now; no group is open. */
  void renumberScopes() {
    relations.renumberScopes();
  }

  void write(StateWriter out) {
    relations.write(out);
    out.integer(open.size());
    open.forEach(
        (key, episode) -> {
          out.text(key.measure());
          out.longer(key.number());
          episode.write(out);
        });
  }

  void read(StateReader in) {
    relations.read(in);
    int groups = in.count();
    for (int i = 0; i < groups; i++) {
      Key key = new Key(in.text(), in.longer());
      GroupEpisode episode = episode(key);
      episode.read(in);
      open.put(key, episode);
    }
  }

  /** What tells a group from all others. */
  private record Key(String measure, long number) {
    Key(AnomalyGroup group) {
      this(group.measure(), group.number());
    }
  }
}
