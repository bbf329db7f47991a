package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes closed intervals: each one object, then its manifest, both only where nothing is. What is
 * published never changes: where other rows lie already, ours are put aside and reported.
 */
final class IntervalPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(IntervalPublisher.class);

  private final DeliveryLayout layout;
  private final ObjectStore store;
  private final IntervalFile file;
  private final int parallelWrites;
  private final CommitObserver observer;

  IntervalPublisher(
      DeliveryLayout layout, ObjectStore store, DeliveryRules rules, CommitObserver observer) {
    this.layout = requireNonNull(layout, "layout");
    this.store = requireNonNull(store, "store");
    this.file = new IntervalFile(layout.metricSet(), rules.tooManyRows());
    this.parallelWrites = rules.parallelWrites();
    this.observer = requireNonNull(observer, "observer");
  }

  /** Publishes all and says what came of each, in their order. */
  List<PublishedInterval> publish(List<ClosedInterval> closed) {
    return closed.size() == 1 || parallelWrites == 1 ? oneByOne(closed) : atOnce(closed);
  }

  private List<PublishedInterval> oneByOne(List<ClosedInterval> closed) {
    List<PublishedInterval> published = new ArrayList<>();
    for (ClosedInterval interval : closed) {
      if (!published.isEmpty()) {
        observer.reached(CommitStep.BETWEEN_OBJECTS);
      }
      published.add(publish(interval));
    }
    return published;
  }

  private List<PublishedInterval> atOnce(List<ClosedInterval> closed) {
    ExecutorService writers =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(parallelWrites, closed.size())), IntervalPublisher::daemon);
    try {
      List<Future<PublishedInterval>> writes =
          closed.stream().map(interval -> writers.submit(() -> publish(interval))).toList();
      List<PublishedInterval> published = new ArrayList<>();
      for (Future<PublishedInterval> write : writes) {
        if (!published.isEmpty()) {
          observer.reached(CommitStep.BETWEEN_OBJECTS);
        }
        published.add(result(write));
      }
      return published;
    } finally {
      writers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "interval-writer");
    thread.setDaemon(true);
    return thread;
  }

  private static PublishedInterval result(Future<PublishedInterval> write) {
    try {
      return write.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while intervals were written", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        failure.addSuppressed(e); // tells who waited for the write
        throw failure;
      }
      throw new IllegalStateException("an interval was not written", e.getCause());
    }
  }

  private PublishedInterval publish(ClosedInterval closed) {
    observer.reached(CommitStep.BEFORE_OBJECT);
    IntervalFile.Content content = file.write(closed);
    warnOfFolding(closed, content);
    Manifest manifest = manifest(closed, content);
    if (!store.putIfAbsent(manifest.object(), content.bytes())) {
      return asideForConflict(manifest, manifest.object(), content.bytes(), ".csv");
    }
    observer.reached(CommitStep.AFTER_OBJECT);
    String manifestKey = layout.manifestKey(closed.interval());
    if (!store.putIfAbsent(manifestKey, manifest.write())) {
      return asideForConflict(manifest, manifestKey, manifest.write(), ".json");
    }
    observer.reached(CommitStep.AFTER_MANIFEST);
    return PublishedInterval.of(manifest, null);
  }

  private Manifest manifest(ClosedInterval closed, IntervalFile.Content content) {
    return new Manifest(
        layout.metricSet().name(),
        closed.interval(),
        layout.dataKey(closed.interval()),
        content.rows(),
        content.records(),
        content.bytes().length,
        Sha256.of(content.bytes()),
        content.folding());
  }

  private PublishedInterval asideForConflict(
      Manifest manifest, String key, byte[] ours, String extension) {
    String aside = layout.conflictKey(manifest.interval(), Sha256.of(ours), extension);
    store.putIfAbsent(aside, ours);
    LOG.error(
        "{} holds something else than this job made of the interval {}; it is kept, ours lies in {}."
            + " Find out who else writes there.",
        key,
        manifest.interval().start(),
        aside);
    return PublishedInterval.of(manifest, aside);
  }

  private void warnOfFolding(ClosedInterval closed, IntervalFile.Content content) {
    if (!content.folding().isEmpty()) {
      LOG.error(
          "The interval {} has {} rows, {} more than a detector reads; the smallest, with {} records,"
              + " are added up as '{}'. Look for a dimension with ever new values.",
          closed.interval().start(),
          closed.rows().size(),
          closed.rows().size() - layout.metricSet().interval().maxRecords(),
          content.folding().records(),
          RowKey.OTHER);
    }
  }
}
