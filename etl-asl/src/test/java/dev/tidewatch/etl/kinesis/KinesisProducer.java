package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.kinesis.clientlibrary.types.Messages;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A stream of one shard, written plainly or as the Kinesis Producer Library does. */
final class KinesisProducer implements AutoCloseable {
  private static final int MOST_ENTRIES = 500;
  private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

  private final String name;
  private final KinesisClient client;

  KinesisProducer(URI endpoint, String name) {
    this.name = name;
    client =
        KinesisClient.builder()
            .endpointOverride(endpoint)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createStream(ask -> ask.streamName(name).shardCount(1));
    client.waiter().waitUntilStreamExists(ask -> ask.streamName(name));
  }

  String name() {
    return name;
  }

  /** Puts the records and returns their sequence numbers. */
  List<String> put(String... texts) {
    List<String> numbers = new ArrayList<>();
    for (int begin = 0; begin < texts.length; begin += MOST_ENTRIES) {
      List<PutRecordsRequestEntry> left = new ArrayList<>();
      for (String text :
          Arrays.asList(texts).subList(begin, Math.min(texts.length, begin + MOST_ENTRIES))) {
        left.add(
            PutRecordsRequestEntry.builder()
                .partitionKey("key")
                .data(SdkBytes.fromUtf8String(text))
                .build());
      }
      while (!left.isEmpty()) {
        List<PutRecordsRequestEntry> sent = List.copyOf(left);
        List<PutRecordsResultEntry> answers =
            client.putRecords(ask -> ask.streamName(name).records(sent)).records();
        left.clear();
        for (int i = 0; i < sent.size(); i++) {
          if (answers.get(i).errorCode() == null) {
            numbers.add(answers.get(i).sequenceNumber());
          } else {
            left.add(sent.get(i));
          }
        }
      }
    }
    return numbers;
  }

  /** Puts one record that holds all the texts, written by the library's own classes. */
  String putPacked(String... texts) {
    Messages.AggregatedRecord.Builder packed =
        Messages.AggregatedRecord.newBuilder().addPartitionKeyTable("key");
    for (String text : texts) {
      packed.addRecords(
          Messages.Record.newBuilder()
              .setPartitionKeyIndex(0)
              .setData(ByteString.copyFrom(text.getBytes(UTF_8))));
    }
    byte[] message = packed.build().toByteArray();
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes(MAGIC);
    sealed.writeBytes(message);
    sealed.writeBytes(digest(message));
    return client
        .putRecord(
            ask ->
                ask.streamName(name)
                    .partitionKey("key")
                    .data(SdkBytes.fromByteArray(sealed.toByteArray())))
        .sequenceNumber();
  }

  private static byte[] digest(byte[] message) {
    try {
      return MessageDigest.getInstance("MD5").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes the shard and opens two others. */
  void split() {
    client.updateShardCount(
        ask -> ask.streamName(name).targetShardCount(2).scalingType("UNIFORM_SCALING"));
    client.waiter().waitUntilStreamExists(ask -> ask.streamName(name));
  }

  @Override
  public void close() {
    client.close();
  }
}
