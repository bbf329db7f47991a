package dev.tidewatch.localaws.kinesis.stream;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** All streams of one account in one region. Thread-safe. */
public final class StreamCatalog {
  private final InstantSource clock;
  private final String account;
  private final String region;
  private final boolean limited;
  private final NavigableMap<String, KinesisStream> streams = new TreeMap<>();
  private final AtomicLong lastBirth = new AtomicLong();

  /**
   * @param limited whether shards refuse what AWS's would
   */
  public StreamCatalog(InstantSource clock, String account, String region, boolean limited) {
    this.clock = clock;
    this.account = account;
    this.region = region;
    this.limited = limited;
  }

  /**
   * Makes a stream; it is ready at once.
   *
   * @throws KinesisException when there is one of this name
   */
  public synchronized KinesisStream create(String name, StreamSettings settings) {
    if (streams.containsKey(name)) {
      throw new KinesisException(
          ErrorCode.RESOURCE_IN_USE,
          "Stream " + name + " under account " + account + " already exists.");
    }
    var identity = identity(name, nextBirth());
    var stream = new KinesisStream(identity, settings, clock, limited, this::nextBirth);
    streams.put(name, stream);
    return stream;
  }

  /**
   * @throws KinesisException when there is none
   */
  public synchronized void delete(String name) {
    if (streams.remove(name) == null) {
      throw identity(name, 0).notFound();
    }
  }

  /**
   * @throws KinesisException when there is none
   */
  public synchronized KinesisStream get(String name) {
    return Optional.ofNullable(streams.get(name)).orElseThrow(() -> identity(name, 0).notFound());
  }

  /** In the order of their names. */
  public synchronized List<KinesisStream> list() {
    return new ArrayList<>(streams.values());
  }

  /** Epoch milliseconds, moved on where needed so that each is given once. */
  private long nextBirth() {
    return lastBirth.updateAndGet(last -> Math.max(last + 1, clock.millis()));
  }

  private StreamIdentity identity(String name, long birth) {
    return new StreamIdentity(name, account, region, clock.instant(), birth);
  }
}
