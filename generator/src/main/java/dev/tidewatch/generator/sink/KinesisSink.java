package dev.tidewatch.generator.sink;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Puts records into a Kinesis stream, the series as partition key. Nothing is lost to throttling,
 * and the order of a series is kept.
 *
 * <p>Records are sent in rounds. A round holds one record of a series at most and is sent in as
 * many requests at a time as it needs, up to {@value #MAX_IN_FLIGHT}; the next round starts when
 * all of it has arrived. So the order is kept across series, too, but for one round: a reader that
 * closes intervals by the latest time it saw is not misled by what had to be sent again. The price
 * is a bound on speed of one record of each series per round trip.
 */
public final class KinesisSink implements RecordSink {
  static final int MAX_IN_FLIGHT = 4;
  private static final int MAX_KEY_LENGTH = 256;

  private final KinesisClient client;
  private final BatchSender sender;
  private final ExecutorService senders;
  private final Deque<Future<?>> inFlight = new ArrayDeque<>();
  private final Set<String> keysOfRound = new HashSet<>();
  private PutRecordsBatch open = new PutRecordsBatch();
  private boolean beginsRound = true;

  KinesisSink(KinesisClient client, String stream, BackOff backOff) {
    this.client = client;
    this.sender = new BatchSender(client, stream, backOff);
    this.senders = Executors.newFixedThreadPool(MAX_IN_FLIGHT, KinesisSink::thread);
  }

  /**
   * @param client one that does not repeat requests by itself ({@link KinesisClients}); it is
   *     closed with the sink
   */
  public static KinesisSink to(KinesisClient client, String stream) {
    return new KinesisSink(client, stream, BackOff.standard(new Random()));
  }

  @Override
  public void send(TimeSeries series, RecordBuffer record) {
    String key = partitionKey(series.name());
    if (!keysOfRound.add(key)) {
      dispatch();
      beginsRound = true;
      keysOfRound.clear();
      keysOfRound.add(key);
    } else if (!open.hasRoomFor(key, record.length())) {
      dispatch();
    }
    open.add(key, record.toByteArray());
  }

  @Override
  public void flush() {
    dispatch();
    awaitInFlight(0);
  }

  @Override
  public Delivery delivery() {
    return sender.delivery();
  }

  @Override
  public void close() {
    try (client) {
      flush();
    } finally {
      senders.shutdownNow();
    }
  }

  /**
   * The key of a series: its name, cut and told apart by a number where Kinesis wants it shorter.
   */
  static String partitionKey(String name) {
    if (name.length() <= MAX_KEY_LENGTH) {
      return name;
    }
    String number = "#" + Integer.toHexString(name.hashCode());
    return name.substring(0, MAX_KEY_LENGTH - number.length()) + number;
  }

  private void dispatch() {
    if (open.isEmpty()) {
      return;
    }
    awaitInFlight(beginsRound ? 0 : MAX_IN_FLIGHT - 1);
    var entries = open.entries();
    inFlight.add(
        senders.submit(
            () -> {
              sender.send(entries);
              return null;
            }));
    open = new PutRecordsBatch();
    beginsRound = false;
  }

  private void awaitInFlight(int atMost) {
    while (inFlight.size() > atMost) {
      await(inFlight.remove());
    }
  }

  private static void await(Future<?> request) {
    try {
      request.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("interrupted before all records had arrived", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SinkException failure) {
        throw failure;
      }
      throw new SinkException("cannot send records: " + e.getCause(), e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "kinesis-sender");
    thread.setDaemon(true);
    return thread;
  }
}
