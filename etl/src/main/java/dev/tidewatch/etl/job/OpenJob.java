package dev.tidewatch.etl.job;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.deliver.BatchDelivery;
import dev.tidewatch.etl.deliver.BatchSummary;
import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.DeliveryRules;
import dev.tidewatch.etl.deliver.Lease;
import dev.tidewatch.etl.deliver.LeaseTerms;
import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.OpenIntervals;
import dev.tidewatch.etl.deliver.Pause;
import dev.tidewatch.etl.deliver.StateStore;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.etl.kinesis.BatchPosition;
import dev.tidewatch.etl.shape.ShapeRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The job without its source: shapes the records it is given, and delivers what has closed. It
 * holds the right to write to the output until it is closed.
 */
public final class OpenJob implements AutoCloseable {
  private final String identity;
  private final ObjectStore store;
  private final Lease lease;
  private final IntervalBatch batch;

  private OpenJob(String identity, ObjectStore store, Lease lease, IntervalBatch batch) {
    this.identity = identity;
    this.store = store;
    this.lease = lease;
    this.batch = batch;
  }

  /**
   * Takes the output.
   *
   * @param identity who writes; the same for all runs that go on where the last one ended
   * @param observer hears of every commit step before the next is taken
   * @param finished hears what each batch did
   * @param running held while a batch runs
   */
  public static OpenJob open(
      JobPlan plan,
      String identity,
      CommitObserver observer,
      Consumer<BatchSummary> finished,
      Lock running) {
    requireNonNull(identity, "identity");
    ObjectStore store = ObjectStores.open(plan.metricSet().output().location());
    try {
      Lease lease = Lease.take(store, leaseTerms(plan, identity));
      var query = new BatchDelivery.Query(identity, plan.rules().adopt());
      var delivery =
          new BatchDelivery(query, plan.metricSet(), deliveryRules(plan), store, lease, observer);
      var shaping = new Shaping(plan.text(), shapeRules(plan));
      return new OpenJob(
          identity, store, lease, new IntervalBatch(shaping, delivery, finished, running));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** As Spark calls it. */
  IntervalBatch batch() {
    return batch;
  }

  /** The number after that of the last batch that was delivered under this identity, or 0. */
  public long nextBatch() {
    return new StateStore(store)
        .newest()
        .map(OpenIntervals::id)
        .filter(last -> last.queryId().equals(identity))
        .map(last -> last.batchId() + 1)
        .orElse(0L);
  }

  /**
   * Shapes and delivers one batch.
   *
   * @param rows records with the columns of {@link RecordColumns}; those of one shard in one
   *     partition, one after the other and in their order
   * @param position how far the batch takes each active shard
   */
  public void run(JavaRDD<InternalRow> rows, BatchPosition position, long batchId)
      throws InterruptedException {
    batch.call(rows, position, batchId);
  }

  /** Where the output goes. Closed with this. */
  public ObjectStore store() {
    return store;
  }

  private static ShapeRules shapeRules(JobPlan plan) {
    return ShapeRules.DEFAULT
        .withAddUp(plan.rules().addUp())
        .withMaxAhead(plan.maxAhead())
        .withMaxAge(plan.rules().maxAge());
  }

  private static DeliveryRules deliveryRules(JobPlan plan) {
    return DeliveryRules.DEFAULT
        .withIdleAfter(plan.idleAfter())
        .withTooManyRows(plan.rules().tooManyRows());
  }

  private static LeaseTerms leaseTerms(JobPlan plan, String identity) {
    return new LeaseTerms(identity, owner(), plan.rules().lease(), Clock.systemUTC(), Pause.SLEEP);
  }

  private static String owner() {
    long process = ProcessHandle.current().pid();
    try {
      return InetAddress.getLocalHost().getHostName() + " (process " + process + ")";
    } catch (UnknownHostException e) {
      return "process " + process + " of a host without a name";
    }
  }

  @Override
  public void close() {
    try {
      lease.close();
    } finally {
      store.close();
    }
  }
}
