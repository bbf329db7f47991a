package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RowLimit;
import dev.tidewatch.metricset.MetricSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delivers batch after batch: merges what was read into the open intervals, publishes those that
 * close, writes the batch's ledger, then the state the next batch begins with. A batch that is run
 * again after a crash at any point writes the same objects with the same bytes.
 *
 * <p>For each batch, in order: {@link #begin}, shape its ranges from the state that returns, {@link
 * #deliver}. Not for several threads.
 */
public final class BatchDelivery {
  private final Query query;
  private final MetricSet metricSet;
  private final DeliveryRules rules;
  private final ObjectStore store;
  private final StateStore states;
  private final Lease lease;
  private final IntervalPublisher publisher;
  private final CommitObserver observer;
  private @Nullable OpenIntervals latest;

  /**
   * Which query delivers.
   *
   * @param id the id in its checkpoint
   * @param adopt whether it may go on where another query left
   */
  public record Query(String id, boolean adopt) {
    public Query {
      requireNonNull(id, "id");
    }
  }

  /**
   * @param lease the right to write to the store; not closed by this
   * @param observer is told of each step
   */
  public BatchDelivery(
      Query query,
      MetricSet metricSet,
      DeliveryRules rules,
      ObjectStore store,
      Lease lease,
      CommitObserver observer) {
    this.query = requireNonNull(query, "query");
    this.metricSet = requireNonNull(metricSet, "metricSet");
    this.rules = requireNonNull(rules, "rules");
    this.store = requireNonNull(store, "store");
    this.lease = requireNonNull(lease, "lease");
    this.observer = requireNonNull(observer, "observer");
    this.states = new StateStore(store);
    this.publisher = new IntervalPublisher(new DeliveryLayout(metricSet), store, rules, observer);
  }

  /**
   * The state the batch begins with: what its ranges are to be shaped from.
   *
   * @throws DeliveryRefusedException when checkpoint and output do not belong together
   * @throws CorruptObjectException when the state is damaged
   */
  public OpenIntervals begin(long batchId) {
    OpenIntervals before = latest;
    if (before == null || before.id().batchId() != batchId - 1) {
      before = states.before(query.id(), batchId, query.adopt());
      states.checkShape(before, RowShape.of(metricSet));
      latest = before;
    }
    observer.reached(CommitStep.BATCH_STARTED);
    return before;
  }

  /**
   * Delivers what the batch has read.
   *
   * @param ranges the stretches of shards with records, shaped from the state at the batch's begin
   * @param reaches one for each active shard, with or without records
   * @throws FencedException when another job has taken over; nothing was published then
   */
  public BatchSummary deliver(long batchId, List<ReadRange> ranges, List<ShardReach> reaches) {
    OpenIntervals before = latest;
    if (before == null || before.id().batchId() != batchId - 1) {
      throw new IllegalStateException("batch " + batchId + " is delivered without its begin");
    }
    observer.reached(CommitStep.RANGES_SHAPED);
    Closing closing =
        before
            .merge(
                ranges,
                reaches,
                new Watermark(rules.idleAfter()),
                RowLimit.of(metricSet.interval()))
            .close(metricSet.calendar(), metricSet.lateness());
    observer.reached(CommitStep.MERGED);
    List<PublishedInterval> published = publish(closing);
    commit(BatchLedger.of(closing.after(), ranges, published), closing.after());
    return summary(closing.after(), ranges, published);
  }

  private List<PublishedInterval> publish(Closing closing) {
    lease.checkStillOurs();
    List<PublishedInterval> published =
        closing.closed().isEmpty() ? List.of() : publisher.publish(closing.closed());
    observer.reached(CommitStep.ALL_PUBLISHED);
    return published;
  }

  private void commit(BatchLedger ledger, OpenIntervals after) {
    lease.checkStillOurs();
    store.put(ledger.key(), ledger.write());
    observer.reached(CommitStep.LEDGER_WRITTEN);
    states.save(after, RowShape.of(metricSet));
    latest = after;
    observer.reached(CommitStep.STATE_WRITTEN);
  }

  private static BatchSummary summary(
      OpenIntervals after, List<ReadRange> ranges, List<PublishedInterval> published) {
    Map<String, Long> rejected = new HashMap<>();
    for (ReadRange range : ranges) {
      range
          .shaped()
          .rejected()
          .forEach((reason, count) -> rejected.merge(reason.name(), count, Long::sum));
    }
    return new BatchSummary(
        after.id().batchId(),
        ranges.stream().mapToLong(range -> range.shaped().read()).sum(),
        ranges.stream().mapToLong(ReadRange::accepted).sum(),
        ranges.stream().mapToLong(ReadRange::late).sum(),
        rejected,
        published,
        after.watermark(),
        after.openRows());
  }
}
