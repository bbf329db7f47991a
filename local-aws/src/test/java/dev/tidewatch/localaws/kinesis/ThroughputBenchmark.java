package dev.tidewatch.localaws.kinesis;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * How fast the server takes and gives records, the more it holds. Client and server share this JVM,
 * so the processor time is that of both.
 *
 * <p>{@code mvn -q -pl local-aws test-compile exec:java}
 */
public final class ThroughputBenchmark {
  private static final int BATCH = 500;
  private static final int DATA_BYTES = 110;
  private static final int MEASURED = 100_000;

  private final KinesisServer server;
  private final StreamUnderTest stream;
  private final KinesisClient client;
  private final List<PutRecordsRequestEntry> batch;

  private ThroughputBenchmark(KinesisServer server, KinesisClient client) {
    this.server = server;
    this.client = client;
    this.stream = new StreamUnderTest(client, "benchmark").create(2);
    SdkBytes data = SdkBytes.fromByteArray(new byte[DATA_BYTES]);
    this.batch =
        IntStream.range(0, BATCH)
            .mapToObj(
                i -> PutRecordsRequestEntry.builder().partitionKey("key-" + i).data(data).build())
            .toList();
  }

  public static void main(String[] args) {
    try (KinesisServer server = KinesisServer.start(KinesisServer.Options.defaults());
        KinesisClient client = Clients.trying(1, server.endpoint())) {
      var benchmark = new ThroughputBenchmark(server, client);
      benchmark.put(MEASURED);
      benchmark.read();
      benchmark.forgetAll();
      for (int held : new int[] {0, 100_000, 1_000_000}) {
        benchmark.measureAt(held);
      }
    }
  }

  private void measureAt(int held) {
    put((int) (held - server.recordsHeld(stream.name)));
    report("put", held, MEASURED, () -> put(MEASURED));
    int total = (int) server.recordsHeld(stream.name);
    report("read", total, total, this::read);
  }

  private void put(int count) {
    for (int done = 0; done < count; done += BATCH) {
      client.putRecords(put -> put.streamName(stream.name).records(batch));
    }
  }

  private void read() {
    for (Shard shard : stream.shards()) {
      String next = stream.trimHorizon(shard);
      long behind = 1;
      while (behind > 0) {
        var page = stream.read(next, 10_000);
        next = page.nextShardIterator();
        behind = page.millisBehindLatest();
      }
    }
  }

  /** The JVM is warm, the stream empty. */
  private void forgetAll() {
    client.deleteStream(delete -> delete.streamName(stream.name));
    stream.create(2);
  }

  private static void report(String what, int held, int records, Runnable work) {
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    work.run();
    double wallSeconds = (System.nanoTime() - wall) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-4s at %,9d held: %,9.0f records/s wall, %,9.0f records per processor second%n",
        what,
        held,
        records / wallSeconds,
        records / cpuSeconds);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
