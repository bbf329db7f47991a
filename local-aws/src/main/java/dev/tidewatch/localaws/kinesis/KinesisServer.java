package dev.tidewatch.localaws.kinesis;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.kinesis.api.KinesisApi;
import dev.tidewatch.localaws.kinesis.fault.Faults;
import dev.tidewatch.localaws.kinesis.http.HttpListener;
import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import java.io.Closeable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * A Kinesis that unmodified AWS SDKs take for AWS's: create it, point the client's endpoint at it.
 * Speaks CBOR and JSON over HTTP/1.1. Streams are ready as soon as they are asked for, and gone
 * with the server. The SDK's asynchronous client must be told to speak HTTP/1.1 ({@code
 * protocol(Protocol.HTTP1_1)} on its HTTP client). Not there: consumers with dedicated throughput
 * (SubscribeToShard), encryption, metrics. Requests must be signed, but with whatever key.
 */
public final class KinesisServer implements Closeable {
  private final StreamCatalog catalog;
  private final Faults faults;
  private final HttpListener listener;

  private KinesisServer(StreamCatalog catalog, Faults faults, HttpListener listener) {
    this.catalog = catalog;
    this.faults = faults;
    this.listener = listener;
  }

  /**
   * Starts a server.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static KinesisServer start(Options options) {
    return start(options, (action, stream) -> {});
  }

  /**
   * Starts a server, like {@link #start(Options)}.
   *
   * @param onCall hears of the action of each request and the name of its stream before it is
   *     served
   */
  public static KinesisServer start(Options options, BiConsumer<String, String> onCall) {
    var catalog =
        new StreamCatalog(
            options.clock(), options.account(), options.region(), options.shardLimits());
    var faults = new Faults(options.seed());
    var api =
        new KinesisApi(
            catalog,
            faults,
            options.clock(),
            options.retention(),
            options.maxRecordBytes(),
            onCall);
    return new KinesisServer(catalog, faults, HttpListener.start("kinesis", options.port(), api));
  }

  /** What clients take as their endpoint, such as {@code http://127.0.0.1:4567}. */
  public URI endpoint() {
    return listener.endpoint();
  }

  /** What can be made to go wrong. */
  public Faults faults() {
    return faults;
  }

  /**
   * Lets go of a shard's records before a sequence number, as if their retention had passed.
   *
   * @return how many records are gone
   */
  public long trim(String streamName, String shardId, String sequenceNumber) {
    return catalog.get(streamName).trimBefore(shardId, sequenceNumber);
  }

  /** How many records a stream holds. */
  public long recordsHeld(String streamName) {
    return catalog.get(streamName).recordsHeld();
  }

  /** Stops answering; everything held is gone. */
  @Override
  public void close() {
    listener.close();
  }

  /**
   * How a server behaves.
   *
   * @param clock tells arrival times, ages of iterators, what is past its retention
   * @param account 12 digits, appears in ARNs
   * @param port 0 for a free one
   * @param shardLimits whether shards refuse what AWS's would: more than 1,000 records or 1 MiB in,
   *     5 reads or 2 MiB out per second
   * @param retention of new streams; AWS keeps to 24 hours at least
   * @param maxRecordBytes the most a record's partition key and data have together, in new streams
   * @param seed of the chance in faults
   */
  public record Options(
      InstantSource clock,
      String account,
      String region,
      int port,
      boolean shardLimits,
      Duration retention,
      int maxRecordBytes,
      long seed) {
    public Options {
      requireNonNull(clock, "clock");
      requireNonNull(region, "region");
      if (!account.matches("[0-9]{12}")) {
        throw new IllegalArgumentException("'" + account + "' is no account: use 12 digits");
      }
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException(port + " is no port: use 0 to 65535");
      }
      if (retention.isNegative() || retention.isZero()) {
        throw new IllegalArgumentException(retention + " keeps no record: use a longer retention");
      }
      if (maxRecordBytes < 1) {
        throw new IllegalArgumentException("records of " + maxRecordBytes + " bytes hold nothing");
      }
    }

    /** As AWS behaves in us-east-1, on a free port, shard limits off. */
    public static Options defaults() {
      return new Options(
          Clock.systemUTC(),
          "000000000000",
          "us-east-1",
          0,
          false,
          Duration.ofDays(1),
          1024 * 1024,
          0);
    }

    public Options withClock(InstantSource other) {
      return new Options(
          other, account, region, port, shardLimits, retention, maxRecordBytes, seed);
    }

    public Options withAccount(String other) {
      return new Options(clock, other, region, port, shardLimits, retention, maxRecordBytes, seed);
    }

    public Options withRegion(String other) {
      return new Options(clock, account, other, port, shardLimits, retention, maxRecordBytes, seed);
    }

    public Options withPort(int other) {
      return new Options(
          clock, account, region, other, shardLimits, retention, maxRecordBytes, seed);
    }

    public Options withShardLimits(boolean other) {
      return new Options(clock, account, region, port, other, retention, maxRecordBytes, seed);
    }

    public Options withRetention(Duration other) {
      return new Options(clock, account, region, port, shardLimits, other, maxRecordBytes, seed);
    }

    public Options withMaxRecordBytes(int other) {
      return new Options(clock, account, region, port, shardLimits, retention, other, seed);
    }

    public Options withSeed(long other) {
      return new Options(
          clock, account, region, port, shardLimits, retention, maxRecordBytes, other);
    }
  }
}
