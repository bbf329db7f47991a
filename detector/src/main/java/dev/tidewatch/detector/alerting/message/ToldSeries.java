package dev.tidewatch.detector.alerting.message;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A time series that is anomalous.
 *
 * @param id as the API calls it
 * @param dimensions dimension to value, in the dataset's order
 * @param value in its worst interval
 * @param expected instead of it; NaN: unknown
 */
public record ToldSeries(String id, Map<String, String> dimensions, double value, double expected) {
  public ToldSeries {
    requireNonNull(id, "id");
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
  }
}
