package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.ShardProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that no record still to come is expected to be before, but for the lateness.
 *
 * <p>It is that of the slowest shard that is not idle. A shard is idle when it was read to its tip
 * and nothing arrived in it for a while; when all are, the time to which all were read takes over,
 * as far behind as the last record was, so that a silent stream still closes its intervals. It
 * never goes back.
 *
 * @param idleAfter how long nothing arrives before a shard is idle; zero for a run that ends when
 *     all is read
 */
record Watermark(Duration idleAfter) {
  Watermark {
    requireNonNull(idleAfter, "idleAfter");
    if (idleAfter.isNegative()) {
      throw new IllegalArgumentException("idleAfter is not negative, as " + idleAfter + " is");
    }
  }

  /** The watermark after a batch, given that before it and how far each shard has come with it. */
  Optional<Instant> advance(
      @Nullable Instant before, List<ShardReach> reaches, Map<String, ShardProgress> shards) {
    return reached(reaches, shards)
        .filter(now -> before == null || now.isAfter(before))
        .or(() -> Optional.ofNullable(before));
  }

  private Optional<Instant> reached(List<ShardReach> reaches, Map<String, ShardProgress> shards) {
    List<Optional<Instant>> busy = new ArrayList<>();
    for (ShardReach reach : reaches) {
      ShardProgress progress = shards.getOrDefault(reach.shardId(), ShardProgress.NONE);
      if (!isIdle(reach, progress)) {
        busy.add(progress.latestEventTime());
      }
    }
    return busy.isEmpty() ? silent(reaches, shards) : slowest(busy);
  }

  /**
   * When nothing arrives any more, time goes on as it went: as far behind the clock on the wall as
   * the last record was. A back-fill that pauses is not taken for one that has ended; but a run
   * that ends when all is read has nothing to wait for.
   */
  private Optional<Instant> silent(List<ShardReach> reaches, Map<String, ShardProgress> shards) {
    Duration behind = idleAfter.isZero() ? Duration.ZERO : behindArrival(shards);
    return reaches.stream()
        .flatMap(reach -> reach.readUpTo().stream())
        .min(Comparator.naturalOrder())
        .map(tip -> tip.minus(behind));
  }

  /** How far behind its arrival the shard was in which a record arrived last. */
  private static Duration behindArrival(Map<String, ShardProgress> shards) {
    Instant last = Instant.MIN;
    Duration behind = Duration.ZERO;
    for (ShardProgress progress : shards.values()) {
      Instant arrival = progress.arrival();
      Instant eventTime = progress.eventTime();
      if (arrival != null && eventTime != null && arrival.isAfter(last)) {
        last = arrival;
        behind = Duration.between(eventTime, arrival);
      }
    }
    return behind;
  }

  /** Empty when one has not even begun. */
  private static Optional<Instant> slowest(List<Optional<Instant>> eventTimes) {
    return eventTimes.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : eventTimes.stream().map(Optional::orElseThrow).min(Comparator.naturalOrder());
  }

  private boolean isIdle(ShardReach reach, ShardProgress progress) {
    return reach
        .readUpTo()
        .map(tip -> progress.latestArrival().map(last -> isOld(last, tip)).orElse(true))
        .orElse(false);
  }

  private boolean isOld(Instant lastArrival, Instant tip) {
    return !lastArrival.isAfter(tip.minus(idleAfter));
  }
}
