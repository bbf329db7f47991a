package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.catalog.Detectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at, for those who find nothing.
 *
 * @param series how many time series there are by now
 * @param intervals how many were scored in the range, of all detectors together
 * @param highest severity of a group in the range, after feedback; 0 without any
 */
public record Checked(int series, int intervals, double highest) {
  /**
   * @param detector of which; none: of all
   */
  public static Checked read(Handle handle, @Nullable Long detector, TimeRange range) {
    GroupFilter filter = GroupFilter.of(range);
    GroupConditions conditions =
        GroupConditions.of(detector == null ? filter : filter.withDetector(detector));
    String one =
        detector == null ? " AND " + GroupConditions.NO_TRIAL : " AND detector = :detector";
    int intervals =
        handle
            .createQuery(
                "SELECT count(*) FROM execution WHERE interval >= :from AND interval < :to"
                    + " AND status = 'COMPLETED'"
                    + one)
            .bindMap(conditions.bindings())
            .mapTo(Integer.class)
            .one();
    double highest =
        handle
            .createQuery(
                "SELECT coalesce(max(g.told), 0) FROM"
                    + GroupConditions.FROM
                    + "WHERE "
                    + conditions.where())
            .bindMap(conditions.bindings())
            .mapTo(Double.class)
            .one();
    return new Checked(series(handle, detector), intervals, highest);
  }

  private static int series(Handle handle, @Nullable Long detector) {
    return detector != null
        ? SeriesNumbers.finest(handle, detector)
        : Detectors.page(handle, 0, Integer.MAX_VALUE).stream()
            .mapToInt(each -> SeriesNumbers.finest(handle, each.id()))
            .sum();
  }
}
