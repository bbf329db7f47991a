package dev.tidewatch.detector.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What keys and values of tags look like, and how many there are (contract section 8). */
public final class TagRules {
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{N}\\p{Zs}_.:/=+@-]*");
  private static final String RIGHT = "letters, digits, spaces and _ . : / = + @ -";

  private TagRules() {}

  /** All that is wrong with tags to be added; empty when they are right. */
  public static List<String> problems(Map<String, String> tags) {
    List<String> problems = new ArrayList<>();
    tags.forEach(
        (key, value) -> {
          key(key).ifPresent(problems::add);
          value(key, value).ifPresent(problems::add);
        });
    Collections.sort(problems);
    return problems;
  }

  /** What stands against so many tags of one resource once some are added. */
  public static Optional<String> tooMany(Set<String> present, Set<String> added, int most) {
    Set<String> keys = new HashSet<>(present);
    keys.addAll(added);
    return keys.size() <= most
        ? Optional.empty()
        : Optional.of(
            "there would be %d tags, more than the %d a resource may have"
                .formatted(keys.size(), most));
  }

  private static Optional<String> key(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      return Optional.of(
          "a tag's key has 1 to %d characters, not %d".formatted(LONGEST_KEY, key.length()));
    }
    if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      return Optional.of("the key \"%s\" begins with aws:, which is reserved".formatted(key));
    }
    return TEXT.matcher(key).matches()
        ? Optional.empty()
        : Optional.of("the key \"%s\" should be of %s".formatted(key, RIGHT));
  }

  private static Optional<String> value(String key, String value) {
    if (value.length() > LONGEST_VALUE) {
      return Optional.of(
          "the value of \"%s\" has %d characters, more than %d"
              .formatted(key, value.length(), LONGEST_VALUE));
    }
    return TEXT.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("the value \"%s\" of \"%s\" should be of %s".formatted(value, key, RIGHT));
  }
}
