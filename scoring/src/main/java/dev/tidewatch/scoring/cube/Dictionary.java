package dev.tidewatch.scoring.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the values of one dimension in the order of their first appearance. */
final class Dictionary {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> values = new ArrayList<>();

  /** The value's code, -1 when there is none. */
  int find(String value) {
    Integer code = codes.get(value);
    return code == null ? -1 : code;
  }

  int findOrAdd(String value) {
    int code = find(value);
    return code >= 0 ? code : add(value);
  }

  private int add(String value) {
    codes.put(value, values.size());
    values.add(value);
    return values.size() - 1;
  }

  String value(int code) {
    return values.get(code);
  }

  int size() {
    return values.size();
  }
}
