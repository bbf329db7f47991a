package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A folder or an object of S3, written {@code s3://bucket/key}. Nothing else can be addressed: no
 * other scheme, no host, no way up.
 *
 * @param key without a slash at its beginning; empty for the whole bucket
 */
public record S3Address(String bucket, String key) {
  private static final String SCHEME = "s3://";
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
  private static final int MAX_KEY = 1024;

  public S3Address {
    requireNonNull(bucket, "bucket");
    requireNonNull(key, "key");
    checkBucket(bucket);
    checkKey(key);
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is none, saying why
   */
  public static S3Address of(String uri) {
    if (!uri.startsWith(SCHEME)) {
      throw new IllegalArgumentException("a path begins with s3://, not '" + shown(uri) + "'");
    }
    String rest = uri.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    return slash < 0
        ? new S3Address(rest, "")
        : new S3Address(rest.substring(0, slash), rest.substring(slash + 1));
  }

  private static void checkBucket(String bucket) {
    if (!BUCKET.matcher(bucket).matches()
        || bucket.contains("..")
        || FOUR_NUMBERS.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "'"
              + shown(bucket)
              + "' is no bucket's name: 3 to 63 lower-case letters, digits, dots and hyphens");
    }
  }

  private static void checkKey(String key) {
    if (key.length() > MAX_KEY) {
      throw new IllegalArgumentException("a key has at most " + MAX_KEY + " characters");
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a key has no control characters");
    }
    String folders = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    if (folders.isEmpty() && key.isEmpty()) {
      return;
    }
    for (String segment : folders.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException(
            "the parts of a path between its slashes are names, not '" + segment + "'");
      }
    }
  }

  private static String shown(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }

  /** This address as a folder: its key ends with a slash, unless it is the whole bucket. */
  public S3Address folder() {
    return key.isEmpty() || key.endsWith("/") ? this : new S3Address(bucket, key + "/");
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
