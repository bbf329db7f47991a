package dev.tidewatch.metricset;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names a detector accepts for columns (contract section 5.3). */
public final class ColumnName {
  public static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  private ColumnName() {}

  /** The name, if a detector would accept it. */
  public static Optional<String> parse(String name) {
    return Optional.of(name).filter(text -> PATTERN.matcher(text).matches());
  }

  /**
   * Returns the name, or throws {@link IllegalArgumentException} when a detector would refuse it.
   */
  static String check(String name) {
    if (!PATTERN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no column name: use 1 to 63 letters, digits, _ and -, the first a letter or digit");
    }
    return name;
  }
}
