package dev.tidewatch.etl.asl;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.streaming.kinesis.KinesisBackedBlockRDDPartition;
import org.apache.spark.streaming.kinesis.SequenceNumberRange;

/**
 * What a receiver wrote down about one block: whose records are in it, in the order in which they
 * are in it.
 */
record ReceivedBlock(List<Stretch> stretches) implements Serializable {
  /** Records of one shard that came together. */
  record Stretch(String shardId, String first, String last) implements Serializable {}

  ReceivedBlock {
    stretches = List.copyOf(stretches);
  }

  /**
   * @throws IllegalStateException when it is no block of a Kinesis receiver
   */
  static ReceivedBlock of(Partition partition) {
    if (!(partition instanceof KinesisBackedBlockRDDPartition block)) {
      throw new IllegalStateException(
          "a block tells no sequence numbers, so it cannot be said whose records are in it");
    }
    List<Stretch> stretches = new ArrayList<>();
    scala.collection.Iterator<SequenceNumberRange> ranges =
        block.seqNumberRanges().ranges().iterator();
    while (ranges.hasNext()) {
      SequenceNumberRange range = ranges.next();
      stretches.add(new Stretch(range.shardId(), range.fromSeqNumber(), range.toSeqNumber()));
    }
    return new ReceivedBlock(stretches);
  }

  /** Goes along with the records of the block and tells the shard of each. */
  Walk walk() {
    return new Walk(stretches.iterator());
  }

  static final class Walk {
    private final Iterator<Stretch> left;
    private Stretch current;
    private boolean atLast;

    private Walk(Iterator<Stretch> stretches) {
      left = stretches;
      current = new Stretch("", "", "");
      atLast = true;
    }

    /** The shard of the next record. Several may have the last number of a stretch. */
    String shardOf(String sequence) {
      if (atLast && !sequence.equals(current.last())) {
        if (!left.hasNext()) {
          throw new IllegalStateException("a block has records behind its last, " + current);
        }
        current = left.next();
      }
      atLast = sequence.equals(current.last());
      return current.shardId();
    }
  }
}
