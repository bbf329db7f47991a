package dev.tidewatch.localaws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

abstract class KinesisConformance {
  abstract KinesisClient client();

  @Test
  void smoke() {
    var c = client();
    c.createStream(r -> r.streamName("s").shardCount(2));
    var put =
        c.putRecords(
            r ->
                r.streamName("s")
                    .records(
                        IntStream.range(0, 100)
                            .mapToObj(
                                i ->
                                    PutRecordsRequestEntry.builder()
                                        .partitionKey("k" + i)
                                        .data(SdkBytes.fromUtf8String("v" + i))
                                        .build())
                            .toList()));
    assertThat(put.failedRecordCount()).isZero();
    var it =
        c.getShardIterator(
                r ->
                    r.streamName("s")
                        .shardId("shardId-000000000000")
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    var page = c.getRecords(r -> r.shardIterator(it).limit(3));
  }
}
