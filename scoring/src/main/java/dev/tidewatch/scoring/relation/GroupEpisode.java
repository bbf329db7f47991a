package dev.tidewatch.scoring.relation;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.List;
import java.util.Optional;

/**
 * Follows one anomaly group from its opening to its end through the scopes that are thought to
 * explain it: the first intervals of an anomaly seldom show its scope as it is.
 */
public final class GroupEpisode {
  private final MeasureRelations relations;
  private final int measure;
  private int scope = -1;
  private int age;
  private Optional<Episode> episode = Optional.empty();

  public GroupEpisode(MeasureRelations relations, int measure) {
    this.relations = relations;
    this.measure = measure;
  }

  /** The group is open in this interval, and this scope explains it best so far. */
  public void follow(int explaining) {
    if (explaining == scope && episode.isPresent()) {
      relations.extend(episode.get(), scope);
    } else {
      scope = explaining;
      episode = Optional.of(relations.begin(scope, age));
    }
    age++;
  }

  /** The group is open in this interval, and nothing new is known of its scope. */
  public void follow() {
    episode.ifPresent(each -> relations.extend(each, scope));
    age++;
  }

  /** Causes and effects as they look now, none before it is followed. */
  public List<RelatedMeasure> related() {
    return episode.map(each -> relations.related(measure, each)).orElse(List.of());
  }

  /** The group is closed: learns from it, and is ready for the next. */
  public void close() {
    episode.ifPresent(each -> relations.learn(measure, each));
    episode = Optional.empty();
    scope = -1;
    age = 0;
  }

  /** Writes an open group's episode. */
  public void write(StateWriter out) {
    out.integer(scope);
    out.integer(age);
    out.integer(episode.isPresent() ? 1 : 0);
    if (episode.isPresent()) {
      episode.get().write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void read(StateReader in) {
    scope = in.integer();
    age = in.integer();
    episode = in.integer() == 1 ? Optional.of(relations.readEpisode(in)) : Optional.empty();
  }
}
