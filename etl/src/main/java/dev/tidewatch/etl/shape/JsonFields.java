package dev.tidewatch.etl.shape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The needed keys of one JSON object: those of fields, and those of objects that hold needed keys
 * in turn. A key is known by its index. Remembers which keys were seen in the current record, so it
 * is to be used by one thread and one decoder.
 */
final class JsonFields {
  /** No needed key. */
  static final int NONE = -1;

  private final String[] names;

  /** The names in UTF-8, each with room behind it to be read eight bytes at a time. */
  private final byte[][] encodedNames;

  private final int[] nameLengths;
  private final int[] fields;
  private final @Nullable JsonFields[] children;
  private final long[] seenInRecord;

  private JsonFields(Map<String, Object> keys) {
    int size = keys.size();
    names = keys.keySet().toArray(new String[0]);
    encodedNames = new byte[size][];
    nameLengths = new int[size];
    fields = new int[size];
    children = new JsonFields[size];
    seenInRecord = new long[size];
    for (int key = 0; key < size; key++) {
      byte[] name = names[key].getBytes(StandardCharsets.UTF_8);
      nameLengths[key] = name.length;
      encodedNames[key] = Arrays.copyOf(name, name.length + Long.BYTES);
      Object what = keys.get(names[key]);
      fields[key] = what instanceof Integer field ? field : NONE;
      children[key] = what instanceof Branch branch ? new JsonFields(branch.keys) : null;
    }
  }

  /** An object on the way to fields, while the tree grows. */
  private static final class Branch {
    private final Map<String, Object> keys = new LinkedHashMap<>();
  }

  /**
   * The keys of a record.
   *
   * @param paths where each field is, keys joined by dots
   * @throws IllegalArgumentException when one field would be inside another
   */
  static JsonFields of(List<String> paths) {
    Branch root = new Branch();
    for (int field = 0; field < paths.size(); field++) {
      plant(root, paths.get(field), field);
    }
    return new JsonFields(root.keys);
  }

  private static void plant(Branch root, String path, int field) {
    String[] keys = path.split("\\.", -1);
    Branch branch = root;
    for (String key : Arrays.copyOf(keys, keys.length - 1)) {
      if (!(branch.keys.computeIfAbsent(key, absent -> new Branch()) instanceof Branch next)) {
        throw oneInsideAnother(path);
      }
      branch = next;
    }
    if (branch.keys.putIfAbsent(keys[keys.length - 1], field) != null) {
      throw oneInsideAnother(path);
    }
  }

  private static IllegalArgumentException oneInsideAnother(String path) {
    return new IllegalArgumentException(
        "the field '"
            + path
            + "' cannot be read: it is inside another field of the metric set, or holds one");
  }

  /** The key of this name, or {@link #NONE}; the keys from the guess on are tried first. */
  int key(byte[] data, int nameFrom, int nameTo, int guess) {
    int length = nameTo - nameFrom;
    int size = nameLengths.length;
    for (int i = 0, key = guess; i < size; i++, key++) {
      if (key >= size) {
        key = 0;
      }
      if (nameLengths[key] == length && Bytes.equal(data, nameFrom, encodedNames[key], 0, length)) {
        return key;
      }
    }
    return NONE;
  }

  int key(String name) {
    for (int key = 0; key < names.length; key++) {
      if (names[key].equals(name)) {
        return key;
      }
    }
    return NONE;
  }

  /** Notes that the key is in the record; false when it was there before. */
  boolean see(int key, long record) {
    boolean first = seenInRecord[key] != record;
    seenInRecord[key] = record;
    return first;
  }

  /** The field under a key, or {@link #NONE} when it holds an object. */
  int field(int key) {
    return fields[key];
  }

  /** The needed keys of the object under a key; null when the key is that of a field. */
  @Nullable JsonFields child(int key) {
    return children[key];
  }

  /** Says of all fields at or below the key that they cannot be reached. */
  void setUnreachable(int key, FieldValues values) {
    JsonFields child = children[key];
    if (child == null) {
      values.set(fields[key], FieldValues.Kind.UNREACHABLE);
      return;
    }
    for (int below = 0; below < child.fields.length; below++) {
      child.setUnreachable(below, values);
    }
  }
}
