package dev.tidewatch.etl.deliver;

import dev.tidewatch.metricset.interval.Interval;

/** An interval has more rows than a detector reads. */
public final class RowQuotaExceededException extends DeliveryRefusedException {
  RowQuotaExceededException(Interval interval, int rows, int quota) {
    super(
        "The interval of %s has %,d rows; a detector reads %,d. Leave out the dimension with the most values, take a longer interval, or let the smallest rows be added up (--too-many-rows top)."
            .formatted(interval.start(), rows, quota));
  }
}
