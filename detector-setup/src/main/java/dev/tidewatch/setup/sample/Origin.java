package dev.tidewatch.setup.sample;

import static java.util.Objects.requireNonNull;

/**
 * Where a sample is from.
 *
 * @param kind what it was found in
 * @param place the file's path, the bucket, or the stream's name
 * @param key the object's key; empty for others
 */
public record Origin(Kind kind, String place, String key) {
  /** The places a sample can be from. */
  public enum Kind {
    /** A file of this machine. */
    FILE,
    /** An object in S3. */
    OBJECT,
    /** A Kinesis stream. */
    STREAM
  }

  public Origin {
    requireNonNull(kind, "kind");
    requireNonNull(place, "place");
    requireNonNull(key, "key");
  }

  /** Whether the sample is records as a stream holds them. */
  public boolean isStream() {
    return kind == Kind.STREAM;
  }

  String text() {
    return switch (kind) {
      case FILE -> place;
      case OBJECT -> "s3://" + place + "/" + key;
      case STREAM -> "stream " + place;
    };
  }

  /** A name for what is measured. */
  String name() {
    String file = place.substring(place.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
    String bare = file.replaceAll("[^A-Za-z0-9_-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    String name = bare.isEmpty() ? "metrics" : bare;
    return name.substring(0, Math.min(40, name.length()));
  }
}
