package dev.tidewatch.generator.sink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Entries of one PutRecords request: 500 or 5 MiB at most, no partition key twice. A request's
 * entries can fail one by one, so two entries of a key in it could change places.
 */
final class PutRecordsBatch {
  static final int MAX_ENTRIES = 500;
  static final int MAX_BYTES = 5 * 1_024 * 1_024;

  private final List<PutRecordsRequestEntry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private int bytes;

  boolean hasKey(String key) {
    return keys.contains(key);
  }

  boolean hasRoomFor(String key, int recordLength) {
    return entries.size() < MAX_ENTRIES && bytes + size(key, recordLength) <= MAX_BYTES;
  }

  void add(String key, byte[] record) {
    entries.add(
        PutRecordsRequestEntry.builder()
            .partitionKey(key)
            .data(SdkBytes.fromByteArrayUnsafe(record))
            .build());
    keys.add(key);
    bytes += size(key, record.length);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  List<PutRecordsRequestEntry> entries() {
    return List.copyOf(entries);
  }

  private static int size(String key, int recordLength) {
    return recordLength + 4 * key.length(); // a character is 4 bytes of UTF-8 at most
  }
}
