package dev.tidewatch.etl.asl;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/** Tells the shard of each record of a block, and drops those that were written before. */
final class PlaceRecords
    implements Function2<
        Integer, Iterator<ReceivedRecord>, Iterator<Tuple2<RecordPlace, ReceivedRecord>>> {
  private final List<ReceivedBlock> blocks;
  private final Map<String, String> written;

  /**
   * @param blocks one for each partition
   * @param written the last sequence number written of each shard
   */
  PlaceRecords(List<ReceivedBlock> blocks, Map<String, String> written) {
    this.blocks = List.copyOf(blocks);
    this.written = Map.copyOf(written);
  }

  @Override
  public Iterator<Tuple2<RecordPlace, ReceivedRecord>> call(
      Integer partition, Iterator<ReceivedRecord> records) {
    ReceivedBlock.Walk walk = blocks.get(partition).walk();
    Iterable<ReceivedRecord> once = () -> records;
    Stream<ReceivedRecord> stream = StreamSupport.stream(once.spliterator(), false);
    return stream
        .map(record -> new Tuple2<>(place(walk, record), record))
        .filter(placed -> isNew(placed._1()))
        .iterator();
  }

  private static RecordPlace place(ReceivedBlock.Walk walk, ReceivedRecord record) {
    return new RecordPlace(
        walk.shardOf(record.sequence()), record.sequence(), record.subSequence());
  }

  private boolean isNew(RecordPlace place) {
    String last = written.get(place.shardId());
    return last == null || RecordPlace.BY_SEQUENCE.compare(place.sequence(), last) > 0;
  }
}
