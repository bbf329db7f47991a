package dev.tidewatch.detector.sample;

import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.sample.SampleState.Kind;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sample data of a server: a detector of a shop that learns from days of records, judges the last
 * five days with their planted anomalies, and goes on live, every five minutes. Nothing of it
 * leaves the machine. Works in the background while it is open, and goes on after a restart.
 */
public final class SampleData implements AutoCloseable {
  /** A name that S3 gives to nobody: what begins so is its own. */
  public static final String BUCKET = SampleDetector.BUCKET;

  private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);
  private static final long PAUSE_MILLISECONDS = 500;

  private final SampleRequests requests;
  private final SampleKeeper keeper;
  private final ScheduledExecutorService thread;
  private final Runnable changed;
  private volatile SampleState state = new SampleState(Kind.ABSENT, "Not looked yet", 0);

  private SampleData(SampleRequests requests, SampleKeeper keeper, Runnable changed) {
    this.requests = requests;
    this.keeper = keeper;
    this.changed = changed;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sample-data"));
  }

  /** What the sample's bucket shows, of a server with this folder. */
  public static Path objects(Path data) {
    return SampleRequests.folder(data).objects();
  }

  /**
   * Writes what came while the server was off. To be done before detectors are run: they look for
   * an interval once.
   *
   * @param data the server's folder
   */
  public static void writeDue(Path data, InstantSource clock) {
    SampleFolder folder = SampleRequests.folder(data);
    folder
        .wish()
        .filter(SampleWish::wanted)
        .filter(SampleWish::made)
        .ifPresent(wish -> new SampleWriter(folder, clock).write(wish));
  }

  /**
   * Begins to work, and goes on where it was.
   *
   * @param data the server's folder
   * @param changed is run whenever it got further
   */
  public static SampleData start(
      Path data,
      Database database,
      ResourceNames names,
      Operations operations,
      InstantSource clock,
      Runnable changed) {
    SampleFolder folder = SampleRequests.folder(data);
    SampleKeeper keeper =
        new SampleKeeper(folder, new SampleDetector(database, names, operations), clock);
    SampleData sample = new SampleData(new SampleRequests(data, clock), keeper, changed);
    ScheduledFuture<?> unused = // steps catch all they throw
        sample.thread.scheduleWithFixedDelay(
            sample::step, 0, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
    return sample;
  }

  private void step() {
    SampleState before = state;
    state = reached();
    if (!state.equals(before)) {
      changed.run();
    }
  }

  private SampleState reached() {
    try {
      return keeper.step();
    } catch (ApiError refused) {
      return new SampleState(Kind.STUCK, String.valueOf(refused.getMessage()), 0);
    } catch (RuntimeException failure) {
      LOG.warn("the sample data are tried again", failure);
      return new SampleState(Kind.STUCK, "The server failed on it; its log says more", 0);
    }
  }

  /** Asks for the data; where they are there already, or on their way, nothing changes. */
  public void load() {
    requests.load();
    thread.execute(this::step);
  }

  /** Has everything of the sample taken away, whatever state it is in. */
  public void remove() {
    requests.remove();
    thread.execute(this::step);
  }

  /** How far it is. */
  public SampleState state() {
    return state;
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.shutdownNow();
    }
  }
}
