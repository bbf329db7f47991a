package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.DetectorLabel;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What messages have to know of a detector.
 *
 * @param dimensions how many its dataset has
 */
record WatchedDetector(long id, DetectorLabel label, IntervalCalendar calendar, int dimensions) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  WatchedDetector {
    requireNonNull(label, "label");
    requireNonNull(calendar, "calendar");
  }

  static WatchedDetector find(Handle handle, long id, ResourceNames names) {
    Detector detector =
        Detectors.find(handle, id)
            .orElseThrow(() -> new IllegalStateException("there is no detector " + id));
    Optional<MetricSetEntry> dataset = MetricSets.of(handle, id);
    ZoneId zone = dataset.map(each -> zone(each.definition().timezone())).orElse(UTC);
    return new WatchedDetector(
        id,
        new DetectorLabel(detector.name(), names.detector(detector.name()), zone),
        new IntervalCalendar(detector.interval(), zone),
        dataset.map(each -> each.definition().dimensionList().size()).orElse(0));
  }

  private static ZoneId zone(@Nullable String name) {
    return name == null || name.isBlank() ? UTC : ZoneId.of(name);
  }

  /** How many time series are watched: combinations of values in all dimensions. */
  int series(Handle handle) {
    return handle
        .createQuery(
            "SELECT count(*) FROM series WHERE detector = ?"
                + " AND (SELECT count(*) FROM json_each(series.scope)) = ?")
        .bind(0, id)
        .bind(1, dimensions)
        .mapTo(Integer.class)
        .one();
  }
}
