package dev.tidewatch.etl.asl;

import com.amazonaws.services.kinesis.clientlibrary.types.UserRecord;
import com.amazonaws.services.kinesis.model.Record;
import java.io.Serializable;
import java.nio.ByteBuffer;
import scala.runtime.AbstractFunction1;

/** What a receiver keeps of a record. */
final class TakeRecord extends AbstractFunction1<Record, ReceivedRecord> implements Serializable {
  @Override
  public ReceivedRecord apply(Record record) {
    ByteBuffer data = record.getData().duplicate();
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    return new ReceivedRecord(
        record.getSequenceNumber(),
        record instanceof UserRecord user ? user.getSubSequenceNumber() : 0,
        record.getApproximateArrivalTimestamp().toInstant().toEpochMilli(),
        bytes);
  }
}
