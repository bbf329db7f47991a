package dev.tidewatch.metricset;

import java.util.regex.Pattern;

/** The name of a Kinesis stream. */
public record StreamName(String value) {
  public static final Pattern PATTERN = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

  public StreamName {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is no stream name: use 1 to 128 letters, digits, _ . and -");
    }
  }
}
