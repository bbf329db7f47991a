package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;

/** Looks whether a query could deliver to a place, and changes nothing. */
public record DeliveryCheck(ObjectStore store, BatchDelivery.Query query) {
  public DeliveryCheck {
    requireNonNull(store, "store");
    requireNonNull(query, "query");
  }

  /**
   * Where the query would take up, in words.
   *
   * @param nextBatch the batch its checkpoint goes on with
   * @throws DeliveryRefusedException when checkpoint and output do not belong together
   * @throws CorruptObjectException when the state is damaged
   */
  public String start(MetricSet metricSet, long nextBatch) {
    StateStore states = new StateStore(store);
    OpenIntervals before = states.look(query.id(), nextBatch, query.adopt());
    if (!before.id().queryId().equals(query.id())) {
      return "adopts what was left after %s, abandoning %,d open records"
          .formatted(before.id(), before.openRecords());
    }
    states.checkShape(before, RowShape.of(metricSet));
    return nextBatch == 0
        ? "begins with its first batch"
        : "goes on with batch %d, %,d records being in open intervals"
            .formatted(nextBatch, before.openRecords());
  }

  /**
   * Whether the lease could be taken, in words.
   *
   * @param terms the query's
   * @throws DeliveryRefusedException when another job is alive; the message names it
   */
  public String lease(LeaseTerms terms) {
    return Lease.holder(store, terms)
        .map(
            holder -> {
              if (!holder.queryId().equals(query.id())) {
                throw Lease.refused(store.location(), holder, terms);
              }
              return "held by this query on %s, last seen %s: the job would wait for its end"
                  .formatted(holder.owner(), holder.seen());
            })
        .orElse("free");
  }
}
