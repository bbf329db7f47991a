package dev.tidewatch.detector.intake.rows;

import dev.tidewatch.detector.intake.text.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers the combinations of dimension values in the order they come. */
final class Combinations {
  private static final int NONE = -1;

  /**
   * What a combination takes in memory, measured, with what is made of it at the end: its place
   * among the distinct values, its row of an interval, its series in the engine.
   */
  private static final int KEY_BYTES = 800;

  /** What each of its values takes besides. */
  private static final int PLACE_BYTES = 16;

  private final ValueDictionary[] dictionaries;
  private final int width;
  private int[] keys;
  private int[] slots;
  private int size;
  private long bytes;

  Combinations(int dimensions) {
    this.width = dimensions;
    this.dictionaries = new ValueDictionary[dimensions];
    Arrays.setAll(dictionaries, i -> new ValueDictionary());
    this.keys = new int[64 * Math.max(1, dimensions)];
    this.slots = new int[128];
    Arrays.fill(slots, NONE);
  }

  /** The number of a combination. */
  int number(List<Field> values) {
    int at = size * width;
    if (at + width > keys.length) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
    for (int i = 0; i < width; i++) {
      keys[at + i] = dictionaries[i].number(values.get(i));
    }
    int slot = slotOf(at);
    if (slots[slot] == NONE) {
      slots[slot] = size++;
      bytes += KEY_BYTES + (long) PLACE_BYTES * width;
      if (2 * size > slots.length) {
        grow();
        return size - 1;
      }
    }
    return slots[slot];
  }

  private void grow() {
    slots = new int[4 * slots.length];
    Arrays.fill(slots, NONE);
    for (int i = 0; i < size; i++) {
      slots[slotOf(i * width)] = i;
    }
  }

  /** The slot of the key that stands there. */
  private int slotOf(int at) {
    int hash = 17;
    for (int i = 0; i < width; i++) {
      hash = (hash ^ keys[at + i]) * 0x9E3779B9;
      hash ^= hash >>> 15;
    }
    int slot = hash & (slots.length - 1);
    while (slots[slot] != NONE && !isKey(slots[slot], at)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isKey(int number, int at) {
    int other = number * width;
    return Arrays.equals(keys, other, other + width, keys, at, at + width);
  }

  /** How much memory they take with their values, about. */
  long bytes() {
    long all = bytes;
    for (ValueDictionary dictionary : dictionaries) {
      all += dictionary.bytes();
    }
    return all;
  }

  int size() {
    return size;
  }

  String value(int number, int dimension) {
    return dictionaries[dimension].value(keys[number * width + dimension]);
  }

  List<String> values(int number) {
    return IntStream.range(0, width).mapToObj(i -> value(number, i)).toList();
  }

  /** By the first dimension's value, then the second's, and so on. */
  Comparator<Integer> order() {
    return (one, other) -> {
      for (int i = 0; i < width; i++) {
        int order = value(one, i).compareTo(value(other, i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }
}
