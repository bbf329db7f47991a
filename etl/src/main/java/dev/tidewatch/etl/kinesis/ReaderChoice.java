package dev.tidewatch.etl.kinesis;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.kinesis.Cut.Kind;
import java.io.Serializable;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which reader reads the ranges. Another than the SDK's gets those that lie between two records; a
 * range that ends with its closed shard, or in a shard without records, is read with the SDK.
 *
 * @param name {@code sdk}, or that of a {@link ShardReading}
 */
record ReaderChoice(String name) implements Serializable {
  private static final Logger log = LoggerFactory.getLogger(ReaderChoice.class);
  private static final int RECORDS_PER_PAGE = 10_000;

  static final ReaderChoice SDK = new ReaderChoice("sdk");

  ReaderChoice {
    requireNonNull(name, "name");
  }

  /**
   * @throws IllegalArgumentException when there is no such reader on the class path
   */
  static ReaderChoice parse(String name) {
    if (!name.equals(SDK.name) && reading(name).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no reader '"
              + name
              + "' on the class path, but sdk"
              + String.join("", readings().map(reading -> ", " + reading.name()).toList())
              + "; asl is in tidewatch-etl-asl.jar");
    }
    return new ReaderChoice(name);
  }

  ShardReader open(StreamAddress stream, ShardRange range, StreamCalls calls) {
    if (!name.equals(SDK.name)) {
      Optional<SequenceRange> sequences = sequences(stream, range, calls);
      if (sequences.isPresent()) {
        return reading(name)
            .orElseThrow(
                () -> new KinesisSourceException("there is no shard reader '" + name + "' here"))
            .read(sequences.get());
      }
      log.info("{} is read with the SDK: it does not lie between two records", range);
    }
    return calls.read(range.shardId(), range.from(), RECORDS_PER_PAGE);
  }

  private static Optional<SequenceRange> sequences(
      StreamAddress stream, ShardRange range, StreamCalls calls) {
    if (range.to().sequence() == null) {
      return Optional.empty();
    }
    String last = range.to().requireSequence();
    boolean included = range.to().is(Kind.AFTER);
    return first(range, calls)
        .map(
            first ->
                new SequenceRange(stream.streamName(), range.shardId(), first, last, included));
  }

  private static Optional<String> first(ShardRange range, StreamCalls calls) {
    return range
        .from()
        .sequenceNumber()
        .or(
            () ->
                new PagedPeek(calls, range.shardId(), false, new AtomicLong())
                    .first(range.from())
                    .found()
                    .map(RecordHead::sequence));
  }

  private static Optional<ShardReading> reading(String name) {
    return readings().filter(reading -> reading.name().equals(name)).findFirst();
  }

  private static Stream<ShardReading> readings() {
    return ServiceLoader.load(ShardReading.class, ShardReading.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get);
  }
}
