package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetCheck;
import dev.tidewatch.metricset.interval.IntervalLength;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;

/** Holds definitions of datasets against what can be read (contract section 5). */
final class DatasetChecks {
  private final Quotas quotas;

  DatasetChecks(Quotas quotas) {
    this.quotas = quotas;
  }

  /** Passes no more measures and dimensions than there may be. */
  void checkQuotas(CreateMetricSetRequest definition, String arn) {
    quotas
        .measures(definition.metricList().size())
        .or(() -> quotas.dimensions(definition.dimensionList().size()))
        .ifPresent(
            excess -> {
              throw Refusals.error(excess, arn);
            });
  }

  Dataset check(IntervalLength interval, CreateMetricSetRequest definition) {
    DatasetCheck check =
        Dataset.of(Frequency.fromValue(interval.name()), definition, quotas.intake(interval));
    return check.dataset().orElseThrow(() -> Refusals.wrong(check.problems()));
  }
}
