package dev.tidewatch.localaws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

class ReshardUnderLoadTest {
  private static final int PRODUCERS = 3;
  private static final int BATCHES = 40;
  private static final int BATCH = 100;

  @Test
  void whatManyProducersPutWhileShardsComeAndGoIsReadOnce() throws Exception {
    ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);
    try (KinesisServer server = KinesisServer.start(KinesisServer.Options.defaults());
        KinesisClient client = Clients.trying(1, server.endpoint())) {
      StreamUnderTest stream = new StreamUnderTest(client, "orders").create(2);
      List<Future<List<String>>> sent = new ArrayList<>();
      for (int producer = 0; producer < PRODUCERS; producer++) {
        sent.add(producers.submit(produce(stream, producer)));
      }
      for (int count : new int[] {3, 5, 4, 2, 1, 2}) {
        client.updateShardCount(update -> update.streamName(stream.name).targetShardCount(count));
      }
      List<String> expected = new ArrayList<>();
      for (Future<List<String>> each : sent) {
        expected.addAll(each.get());
      }
      assertThat(stream.allTexts()).containsExactlyInAnyOrderElementsOf(expected);
    } finally {
      producers.shutdownNow();
    }
  }

  private static Callable<List<String>> produce(StreamUnderTest stream, int producer) {
    return () -> {
      List<String> sent = new ArrayList<>();
      for (int batch = 0; batch < BATCHES; batch++) {
        String prefix = producer + "-" + batch + "-";
        List<String> texts = IntStream.range(0, BATCH).mapToObj(i -> prefix + i).toList();
        PutRecordsResponse put = stream.putAll(texts);
        assertThat(put.failedRecordCount()).isZero();
        sent.addAll(texts);
      }
      return sent;
    };
  }
}
