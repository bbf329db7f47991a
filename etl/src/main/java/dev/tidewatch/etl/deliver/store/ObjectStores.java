package dev.tidewatch.etl.deliver.store;

import dev.tidewatch.etl.deliver.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Opens stores by their location. */
public final class ObjectStores {
  private ObjectStores() {}

  /**
   * Opens {@code s3://bucket/prefix} or {@code file:///folder}; nothing is read or written yet. An
   * outage of S3 is borne for 15 minutes.
   *
   * @throws IllegalArgumentException when the location is neither
   */
  public static ObjectStore open(URI location) {
    return open(location, Patience.DEFAULT_LIMIT);
  }

  /**
   * As {@link #open(URI)}.
   *
   * @param patience how long an outage of S3 is borne before an operation fails
   */
  public static ObjectStore open(URI location, Duration patience) {
    String scheme = location.getScheme() == null ? "" : location.getScheme();
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "s3" -> S3ObjectStore.open(location, patience);
      case "file" -> new FolderObjectStore(folder(location));
      case "s3a", "s3n" ->
          throw new IllegalArgumentException(
              "'" + location + "' is Hadoop's way to write it: write s3://bucket/prefix");
      default ->
          throw new IllegalArgumentException(
              "'" + location + "' is no location: write s3://bucket/prefix or file:///folder");
    };
  }

  private static Path folder(URI location) {
    if (location.getPath() == null || location.getAuthority() != null) {
      throw new IllegalArgumentException(
          "'" + location + "' is no folder: write file:///folder, with three slashes");
    }
    return Path.of(location.getPath());
  }
}
