package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.path.PathTemplate;
import java.net.URI;

/**
 * Where the interval files go.
 *
 * @param location {@code s3://bucket/prefix} or {@code file:///folder}, without a slash at its end
 * @param layout the folder of an interval below the location
 */
public record OutputLocation(URI location, PathTemplate layout) {
  /** The layout of AWS's own streaming sample. */
  public static final String DEFAULT_LAYOUT = "data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/";

  public OutputLocation {
    requireNonNull(location, "location");
    requireNonNull(layout, "layout");
    if (location.toString().endsWith("/")) {
      throw new IllegalArgumentException("a location has no slash at its end: " + location);
    }
  }
}
