package dev.tidewatch.detector.intake.rows;

import dev.tidewatch.detector.intake.text.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers the values of a dimension in the order they come; a known value costs no memory. */
final class ValueDictionary {
  private static final int NONE = -1;

  /** What a value takes in memory besides its characters, about. */
  private static final int VALUE_BYTES = 80;

  private final List<String> values = new ArrayList<>();
  private int[] slots = emptySlots(64);
  private long bytes;

  private static int[] emptySlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, NONE);
    return slots;
  }

  int number(Field value) {
    int slot = slotOf(hash(value), value);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    return add(slot, value.toString());
  }

  private int add(int slot, String value) {
    int number = values.size();
    slots[slot] = number;
    values.add(value);
    bytes += VALUE_BYTES + 2L * value.length();
    if (values.size() * 2 > slots.length) {
      grow();
    }
    return number;
  }

  private void grow() {
    slots = emptySlots(4 * slots.length);
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      slots[slotOf(hash(value), value)] = i;
    }
  }

  private int slotOf(int hash, CharSequence value) {
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != NONE && !value(slots[slot]).contentEquals(value)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static int hash(CharSequence text) {
    int hash = 17;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x01000193 ^ text.charAt(i);
    }
    return hash * 0x9E3779B9;
  }

  /** How much memory the values take, about. */
  long bytes() {
    return bytes;
  }

  String value(int number) {
    return values.get(number);
  }
}
