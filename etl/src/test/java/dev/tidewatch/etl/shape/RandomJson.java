package dev.tidewatch.etl.shape;

import java.util.List;
import java.util.Random;

/**
 * Makes records that are nearly right: objects over a few keys, now and then with a byte changed.
 */
final class RandomJson {
  private static final List<String> KEYS =
      List.of(
          "time", "user", "country", "device", "os", "amount", "n", "x", "", "amoun", "n\\u0031");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "7", "12.50", "-3e5", "1E-2", "01", "1.", ".5", "-", "1e", "NaN", "1e400");
  private static final List<String> STRINGS =
      List.of(
          "",
          "uk",
          "a longer text with blanks",
          "é東😀",
          "\\\"",
          "\\u00e9",
          "\\ud800",
          "}{,:",
          "\u0001",
          "\\x");
  private static final List<String> BLANKS =
      List.of("", "", "", "", " ", "\t", "  \r", "\f", "\u00a0");
  private static final String CHANGES = "{}[]\",:\\ 0-.etn\u0000/";

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  String record() {
    StringBuilder text = new StringBuilder();
    object(text, 0);
    while (random.nextInt(6) == 0) {
      change(text);
    }
    return text.toString();
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    String with = String.valueOf(CHANGES.charAt(random.nextInt(CHANGES.length())));
    boolean splitsPair = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    if (splitsPair) {
      return;
    }
    if (random.nextBoolean() || at == text.length() || Character.isSurrogate(text.charAt(at))) {
      text.insert(at, with);
    } else {
      text.replace(at, at + 1, random.nextBoolean() ? with : "");
    }
  }

  private void object(StringBuilder text, int depth) {
    text.append(blank()).append('{');
    int members = random.nextInt(5);
    for (int i = 0; i < members; i++) {
      text.append(i == 0 ? "" : ",").append(blank());
      String key = likelyKey(depth);
      text.append('"').append(key).append('"').append(blank()).append(':').append(blank());
      boolean object = key.equals("user") || key.equals("device");
      if (object && random.nextInt(8) > 0) {
        object(text, depth + 1);
      } else {
        value(text, depth);
      }
      text.append(blank());
    }
    text.append('}').append(blank());
  }

  private String likelyKey(int depth) {
    if (random.nextInt(3) > 0) {
      return switch (depth) {
        case 0 -> pick(List.of("time", "user", "amount", "n"));
        case 1 -> pick(List.of("country", "device"));
        default -> "os";
      };
    }
    return pick(KEYS);
  }

  private void value(StringBuilder text, int depth) {
    switch (depth > 40 ? 0 : random.nextInt(9)) {
      case 0, 1, 2 -> text.append(pick(NUMBERS));
      case 3, 4, 5 -> text.append('"').append(pick(STRINGS)).append('"');
      case 6 -> text.append(pick(List.of("true", "false", "null", "nul", "True")));
      case 7 -> object(text, depth + 1);
      default -> {
        text.append('[');
        value(text, depth + 1);
        text.append(random.nextBoolean() ? "" : ",1").append(']');
      }
    }
  }

  private String blank() {
    return random.nextInt(10) > 0 ? "" : pick(BLANKS);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
