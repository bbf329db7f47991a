package dev.tidewatch.etl.deliver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** A store in memory. */
public final class MemoryObjectStore implements ObjectStore {
  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  @Override
  public void put(String key, byte[] content) {
    objects.put(key, content.clone());
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    byte[] before = objects.putIfAbsent(key, content.clone());
    return before == null || Arrays.equals(before, content);
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(objects.get(key)).map(byte[]::clone);
  }

  @Override
  public Stream<String> list(String prefix) {
    return List.copyOf(objects.keySet()).stream().filter(key -> key.startsWith(prefix));
  }

  @Override
  public void delete(String key) {
    objects.remove(key);
  }

  @Override
  public String location() {
    return "memory://test";
  }

  @Override
  public void close() {}

  /** The SHA-256 of each object whose key begins with one of the prefixes. */
  public SortedMap<String, String> tree(String... prefixes) {
    SortedMap<String, String> tree = new TreeMap<>();
    objects.forEach(
        (key, content) -> {
          if (Arrays.stream(prefixes).anyMatch(key::startsWith)) {
            tree.put(key, Sha256.of(content));
          }
        });
    return tree;
  }
}
