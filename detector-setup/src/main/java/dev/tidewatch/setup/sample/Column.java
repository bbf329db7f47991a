package dev.tidewatch.setup.sample;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A column of a sample.
 *
 * @param name as the sample calls it, or made up
 * @param values what is in it, without the rows where nothing is
 */
public record Column(String name, List<String> values) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  public Column {
    values = values.stream().filter(value -> !value.isBlank()).toList();
  }

  /** Whether all values are numbers. */
  boolean isNumeric() {
    return !values.isEmpty() && values.stream().allMatch(Column::isNumber);
  }

  static boolean isNumber(String text) {
    return text.length() < 40 && NUMBER.matcher(text).matches();
  }

  /** The different values, sorted. */
  List<String> distinct() {
    return List.copyOf(new TreeSet<>(values));
  }

  int longest() {
    return values.stream().mapToInt(String::length).max().orElse(0);
  }
}
