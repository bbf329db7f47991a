package dev.tidewatch.etl.deliver;

import java.io.Closeable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place for whole objects under slash-separated keys: a prefix of an S3 bucket, or a folder.
 * Writes are atomic: a reader sees the old object, the new one, or none. All methods throw {@link
 * java.io.UncheckedIOException} when the store cannot be reached in the time given to it.
 */
public interface ObjectStore extends Closeable {
  /** Writes the object, replacing what was there. */
  void put(String key, byte[] content);

  /**
   * Writes the object unless there is one of this key.
   *
   * @return whether the object under the key now has this content: false when another one is there
   */
  boolean putIfAbsent(String key, byte[] content);

  Optional<byte[]> get(String key);

  /** The keys that begin with the prefix, in order. To be closed. */
  Stream<String> list(String prefix);

  void delete(String key);

  /** The location as people write it, without a slash at its end: {@code s3://bucket/prefix}. */
  String location();

  @Override
  void close();
}
