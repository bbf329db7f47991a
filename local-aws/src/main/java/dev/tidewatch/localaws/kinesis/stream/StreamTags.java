package dev.tidewatch.localaws.kinesis.stream;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names and values people put on a stream. Thread-safe. */
public final class StreamTags {
  private static final int MOST = 50;

  private final SortedMap<String, String> tags = new TreeMap<>();

  StreamTags() {}

  public synchronized void add(Map<String, String> more) {
    var together = new TreeMap<>(tags);
    together.putAll(more);
    if (together.size() > MOST) {
      throw new KinesisException(
          ErrorCode.INVALID_ARGUMENT,
          "A stream cannot have " + together.size() + " tags: " + MOST + " is the most.");
    }
    tags.putAll(more);
  }

  public synchronized void remove(Collection<String> keys) {
    tags.keySet().removeAll(keys);
  }

  /** A copy, in the order of the keys. */
  public synchronized SortedMap<String, String> all() {
    return new TreeMap<>(tags);
  }
}
