package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.kinesis.StreamPosition.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Plans the end of a batch over all shards. A child shard enters only when its parents have been
 * read to their ends by earlier batches, so records of one key keep their order over a reshard.
 */
final class PositionPlanner {
  private final StartingPosition starting;
  private final Function<String, ShardPeek> peeks;
  private final EachShard eachShard;

  /** Does a piece of work for each of many shards, some at once. */
  interface EachShard {
    <T> Map<String, T> of(Collection<String> shardIds, Function<String, T> work);
  }

  /**
   * A planned position.
   *
   * @param lost the shards that are gone from the stream though they had not been read to their
   *     ends
   */
  record Planned(StreamPosition position, List<String> lost) {}

  PositionPlanner(
      StartingPosition starting, Function<String, ShardPeek> peeks, EachShard eachShard) {
    this.starting = starting;
    this.peeks = peeks;
    this.eachShard = eachShard;
  }

  Planned next(
      StreamPosition start, StreamIdentity stream, ShardDirectory directory, EndPlanner ends) {
    List<String> lost = new ArrayList<>();
    Map<String, ShardMark> marks = new TreeMap<>();
    Set<String> finished = new HashSet<>();
    List<String> unfinished = new ArrayList<>();
    start
        .shards()
        .forEach(
            (id, mark) -> {
              if (mark.isFinished()) {
                finished.add(id);
                marks.put(id, mark.advancedTo(mark.at(), null));
              } else if (directory.lists(id)) {
                unfinished.add(id);
              } else {
                lost.add(id);
              }
            });
    marks.putAll(
        eachShard.of(unfinished, id -> advance(id, requireNonNull(start.shards().get(id)), ends)));
    enter(start, directory, ends, marks, finished);
    drop(directory, marks, finished);
    Origin origin = new Origin(stream.arn(), stream.created(), ends.horizon());
    return new Planned(StreamPosition.of(origin, marks), lost);
  }

  private ShardMark advance(String shardId, ShardMark mark, EndPlanner ends) {
    if (mark.reaches(ends.horizon())) {
      return mark.advancedTo(mark.at(), mark.readUpTo());
    }
    ShardPlan plan = ends.plan(peeks.apply(shardId), mark.at());
    return mark.advancedTo(plan.to(), plan.readUpTo());
  }

  private void enter(
      StreamPosition start,
      ShardDirectory directory,
      EndPlanner ends,
      Map<String, ShardMark> marks,
      Set<String> finished) {
    boolean beginning = start.origin().isEmpty();
    boolean openOnly = beginning && starting.kind() == StartingPosition.Kind.LATEST;
    List<String> entering =
        openOnly ? directory.open() : directory.entering(marks.keySet(), finished);
    Map<String, List<String>> parentsOfEmpty = new HashMap<>();
    while (!entering.isEmpty()) {
      Map<String, Entry> entries =
          eachShard.of(
              entering,
              id ->
                  enter(
                      nearestRead(directory.parentsOf(id), parentsOfEmpty),
                      peeks.apply(id),
                      beginning,
                      ends));
      entries.forEach((id, entry) -> marks.put(id, entry.mark()));
      entries.forEach(
          (id, entry) -> {
            if (entry.over()) {
              finished.add(id);
              parentsOfEmpty.put(id, entry.mark().parents());
            }
          });
      entering = directory.entering(marks.keySet(), finished);
    }
  }

  /**
   * A parent that was closed without a record stands in no position: its own parents stand for it,
   * so that who follows the shards from batch to batch finds the ones it knows.
   */
  private static List<String> nearestRead(
      List<String> parents, Map<String, List<String>> parentsOfEmpty) {
    return parents.stream()
        .flatMap(parent -> parentsOfEmpty.getOrDefault(parent, List.of(parent)).stream())
        .distinct()
        .toList();
  }

  private record Entry(ShardMark mark, boolean over) {}

  private Entry enter(List<String> parents, ShardPeek shard, boolean beginning, EndPlanner ends) {
    // Whatever appears after the beginning descends from a shard that was read: all of it is new.
    ShardPlan entry = beginning ? startOf(shard, ends) : ShardPlan.wait(Cut.TRIM_HORIZON);
    if (entry.readUpTo() != null || entry.to().is(Cut.Kind.SHARD_END)) {
      ShardMark mark = new ShardMark(parents, entry.to(), entry.to(), entry.readUpTo());
      return new Entry(mark, mark.isFinished());
    }
    ShardPlan plan = ends.plan(shard, entry.to());
    Cut from = plan.empty() ? plan.to() : entry.to();
    ShardMark mark = new ShardMark(parents, from, plan.to(), plan.readUpTo());
    return new Entry(mark, plan.empty() && mark.isFinished());
  }

  private ShardPlan startOf(ShardPeek shard, EndPlanner ends) {
    return switch (starting.kind()) {
      case EARLIEST -> ShardPlan.wait(Cut.TRIM_HORIZON);
      case LATEST -> ends.tip(shard);
      case TIMESTAMP -> ends.firstArrivedAt(shard, pastOnly(starting.requireTime(), ends));
    };
  }

  private static Instant pastOnly(Instant time, EndPlanner ends) {
    if (time.isAfter(ends.horizon())) {
      throw new KinesisSourceException(
          "the starting position "
              + time
              + " is later than "
              + ends.horizon()
              + ": use LATEST to read what comes from now on");
    }
    return time;
  }

  /** Forgets shards that were read to their ends once all their children have entered. */
  private static void drop(
      ShardDirectory directory, Map<String, ShardMark> marks, Set<String> finished) {
    Set<String> entered = Set.copyOf(marks.keySet());
    for (String id : finished) {
      Set<String> children = directory.childrenOf(id);
      if (children.isEmpty() ? !directory.lists(id) : entered.containsAll(children)) {
        marks.remove(id);
      }
    }
  }
}
