package dev.tidewatch.etl.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a batch did, in numbers.
 *
 * @param rejected how many records could not be used, by reason
 * @param published the intervals it closed, in order of time
 * @param watermark after the batch; null when there is none yet
 * @param openRows how many rows wait for their interval to close
 */
public record BatchSummary(
    long batchId,
    long read,
    long accepted,
    long late,
    Map<String, Long> rejected,
    List<PublishedInterval> published,
    @Nullable Instant watermark,
    long openRows) {
  public BatchSummary {
    rejected = Map.copyOf(rejected);
    published = List.copyOf(published);
  }

  public Optional<Instant> latestWatermark() {
    return Optional.ofNullable(watermark);
  }

  public long rejectedRecords() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many intervals could not be published because others had been. */
  public long conflicts() {
    return published.stream().filter(interval -> interval.conflictKey().isPresent()).count();
  }

  /** How many rows were added up because their intervals had too many. */
  public long foldedRows() {
    return published.stream().mapToLong(interval -> interval.folding().rows()).sum();
  }
}
