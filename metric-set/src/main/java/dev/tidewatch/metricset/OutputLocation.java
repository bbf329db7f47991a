package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.path.PathTemplate;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the interval files go.
 *
 * @param location {@code s3://bucket/prefix} or {@code file:///folder}, without a slash at its end
 * @param layout the folder of an interval below the location
 */
public record OutputLocation(URI location, PathTemplate layout) {
  /** The layout of AWS's own streaming sample. */
  public static final String DEFAULT_LAYOUT = "data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/";

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  public OutputLocation {
    requireNonNull(location, "location");
    requireNonNull(layout, "layout");
    if (location.toString().endsWith("/")) {
      throw new IllegalArgumentException("a location has no slash at its end: " + location);
    }
    checkScheme(location);
    if (layout.template().startsWith("s3://")) {
      throw new IllegalArgumentException(
          "the layout '" + layout + "' goes below the location, so it names no bucket");
    }
    if (isS3(location)) {
      PathTemplate.of(location + "/" + layout);
    }
  }

  private static void checkScheme(URI location) {
    if (isS3(location)) {
      checkBucket(location, location.getAuthority());
    } else if (!"file".equals(location.getScheme()) || location.getPath() == null) {
      throw new IllegalArgumentException(
          "'" + location + "' is neither s3://bucket/prefix nor file:///folder");
    }
  }

  private static boolean isS3(URI location) {
    return "s3".equals(location.getScheme());
  }

  private static void checkBucket(URI location, @Nullable String bucket) {
    if (bucket == null) {
      throw new IllegalArgumentException("'" + location + "' names no bucket");
    }
    if (bucket.contains(".")) {
      throw new IllegalArgumentException(
          "bucket '" + bucket + "' has a dot in its name, which a detector cannot read");
    }
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "'"
              + bucket
              + "' is no bucket name: it has 3 to 63 small letters, digits and -, no - at its ends");
    }
  }
}
