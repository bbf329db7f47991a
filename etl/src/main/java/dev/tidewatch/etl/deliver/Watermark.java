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
 * so that a silent stream still closes its intervals. It never goes back.
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
    return busy.isEmpty()
        ? reaches.stream()
            .flatMap(reach -> reach.readUpTo().stream())
            .min(Comparator.naturalOrder())
        : slowest(busy);
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
