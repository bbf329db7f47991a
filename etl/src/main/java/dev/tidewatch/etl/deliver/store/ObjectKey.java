package dev.tidewatch.etl.deliver.store;

/** The keys a store takes: relative, slash-separated, without ways out of the location. */
final class ObjectKey {
  private ObjectKey() {}

  /**
   * Returns the key, or throws {@link IllegalArgumentException} when it could name anything but one
   * object below the location.
   */
  static String check(String key) {
    for (String segment : key.split("/", -1)) {
      if (segment.isEmpty() || segment.startsWith(".")) {
        throw new IllegalArgumentException(
            "'" + key + "' is no object key: its parts are not empty and do not begin with a dot");
      }
    }
    checkCharacters(key);
    return key;
  }

  /** As {@link #check} for the beginning of keys, which may end anywhere. */
  static String checkPrefix(String prefix) {
    if (prefix.startsWith("/") || ("/" + prefix).contains("/.") || prefix.contains("//")) {
      throw new IllegalArgumentException("'" + prefix + "' is not the beginning of an object key");
    }
    checkCharacters(prefix);
    return prefix;
  }

  private static void checkCharacters(String key) {
    if (key.chars().anyMatch(Character::isISOControl) || key.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "an object key has no control characters and no backslash: '" + key + "'");
    }
  }
}
