package dev.tidewatch.setup.sample;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** YAML with comments, line by line. */
final class YamlLines {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*|s3://[^ #]+");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString();
  }

  void blank() {
    text.append('\n');
  }

  /** A comment that nothing in it can end. */
  void comment(String format, Object... values) {
    String words = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    text.append("# ").append(words.replaceAll("\\p{Cntrl}", " ")).append('\n');
  }

  void raw(String line) {
    text.append(line).append('\n');
  }

  void line(int depth, String key) {
    text.append("  ".repeat(depth)).append(key).append(":\n");
  }

  void line(int depth, String key, String value) {
    text.append("  ".repeat(depth)).append(key).append(": ").append(quoted(value)).append('\n');
  }

  void list(int depth, String key, List<String> values) {
    raw(
        "  ".repeat(depth)
            + key
            + ": "
            + values.stream().map(YamlLines::quoted).collect(Collectors.joining(", ", "[", "]")));
  }

  /** The value, in quotes where YAML would take it for something else. */
  static String quoted(String value) {
    if (PLAIN.matcher(value).matches() && !WORD.matcher(value).matches()) {
      return value;
    }
    if (value.chars().noneMatch(Character::isISOControl)) {
      return "'" + value.replace("'", "''") + "'";
    }
    StringBuilder escaped = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            letter ->
                escaped.append(
                    Character.isISOControl(letter) || letter == '"' || letter == '\\'
                        ? String.format(Locale.ROOT, "\\u%04x", letter)
                        : String.valueOf((char) letter)));
    return escaped.append('"').toString();
  }
}
