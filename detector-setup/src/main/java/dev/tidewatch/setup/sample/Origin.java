package dev.tidewatch.setup.sample;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.path.PathProposals;
import dev.tidewatch.metricset.path.PathTemplate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a sample is from.
 *
 * @param kind what it was found in
 * @param place the file's path, the bucket, or the stream's name
 * @param key the object's key; empty for others
 */
public record Origin(Kind kind, String place, String key) {
  /** The contract's section 5.1 has no other letters. */
  private static final Pattern WRITABLE = Pattern.compile("s3://[a-zA-Z0-9_\\-/ {}=]+");

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

  /** The paths that an object may belong to, of those that a file may hold; the likeliest first. */
  List<PathTemplate> paths() {
    if (kind != Kind.OBJECT) {
      return List.of();
    }
    return PathProposals.of(place, key).stream()
        .filter(path -> WRITABLE.matcher(path.template()).matches())
        .toList();
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
