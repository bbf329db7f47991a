package dev.tidewatch.deploy.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in S3.
 *
 * @param key without a slash at either end; may be empty
 */
public record S3Location(String bucket, String key) {
  private static final Pattern URI =
      Pattern.compile("s3a?://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/+(.*?))?/*");

  /**
   * @throws IllegalArgumentException when the text is no s3://bucket/prefix
   */
  public static S3Location of(String text) {
    Matcher matcher = URI.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no place in S3 such as s3://my-bucket/tidewatch");
    }
    return new S3Location(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
  }

  /** A place below this one. */
  public S3Location below(String name) {
    return new S3Location(bucket, key.isEmpty() ? name : key + "/" + name);
  }

  public String uri() {
    return "s3://" + bucket + "/" + key;
  }
}
