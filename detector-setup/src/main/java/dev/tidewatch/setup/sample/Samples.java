package dev.tidewatch.setup.sample;

import dev.tidewatch.setup.aws.Clients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Fetches samples from where they are. */
public final class Samples {
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_SHARDS = 4;
  private static final int MOST_CALLS = 5;

  private Samples() {}

  /** The beginning of a file. */
  public static SampleText ofFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalStateException(file + " is a folder: give one file of it");
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] read = bytes.readNBytes(SampleText.MOST_BYTES);
      return SampleText.of(read, read.length == SampleText.MOST_BYTES);
    } catch (NoSuchFileException missing) {
      throw new IllegalStateException(file + ": there is no such file", missing);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The beginning of an object. */
  public static SampleText ofObject(Clients clients, String bucket, String key) {
    try (InputStream bytes = clients.s3().getObject(request -> request.bucket(bucket).key(key))) {
      byte[] read = bytes.readNBytes(SampleText.MOST_BYTES);
      return SampleText.of(read, read.length == SampleText.MOST_BYTES);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The oldest records of the first shards, a line each. */
  public static SampleText ofStream(Clients clients, String stream) {
    KinesisClient kinesis = clients.kinesis();
    List<Shard> shards = kinesis.listShards(request -> request.streamName(stream)).shards();
    List<Record> records = new ArrayList<>();
    for (Shard shard : shards.subList(0, Math.min(MOST_SHARDS, shards.size()))) {
      read(kinesis, stream, shard.shardId(), records);
    }
    if (records.isEmpty()) {
      throw new IllegalStateException(
          "stream " + stream + " holds no records yet: send some, or give a file of them");
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Record record : records) {
      lines.writeBytes(record.data().asByteArrayUnsafe());
      lines.write('\n');
    }
    return SampleText.of(lines.toByteArray(), false);
  }

  /** A shard answers nothing at first when its oldest records are gone, so it is asked again. */
  private static void read(
      KinesisClient kinesis, String stream, String shard, List<Record> records) {
    String iterator =
        kinesis
            .getShardIterator(
                request ->
                    request
                        .streamName(stream)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    int before = records.size();
    for (int call = 0; call < MOST_CALLS && iterator != null && records.size() == before; call++) {
      String next = iterator;
      GetRecordsResponse answer =
          kinesis.getRecords(request -> request.shardIterator(next).limit(MOST_RECORDS));
      records.addAll(answer.records());
      iterator = answer.nextShardIterator();
    }
  }
}
