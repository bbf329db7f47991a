package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import dev.tidewatch.localaws.kinesis.stream.PlacedRecord;
import java.io.IOException;

/**
 * What became of one entry of a PutRecords call.
 *
 * @param first shard id, or the error's name
 * @param second sequence number, or the error's message
 */
record PutOutcome(boolean isFailure, String first, String second) {
  static PutOutcome placed(PlacedRecord placed) {
    return new PutOutcome(false, placed.shardId(), placed.sequenceNumber());
  }

  static PutOutcome failed(KinesisException error) {
    return new PutOutcome(true, error.code().awsName(), String.valueOf(error.getMessage()));
  }

  void writeTo(AnswerWriter out) throws IOException {
    if (isFailure) {
      out.text("ErrorCode", first).text("ErrorMessage", second);
    } else {
      out.text("ShardId", first).text("SequenceNumber", second);
    }
  }
}
