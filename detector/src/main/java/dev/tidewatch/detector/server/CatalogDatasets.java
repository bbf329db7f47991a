package dev.tidewatch.detector.server;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetCheck;
import dev.tidewatch.detector.intake.DatasetCheck.Problem;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.detector.intake.source.Inspection;
import dev.tidewatch.detector.schedule.DataAccess;
import dev.tidewatch.detector.schedule.Datasets;
import dev.tidewatch.detector.trial.TrialBook;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;

/** The datasets of the catalogue, and the sources they name. */
record CatalogDatasets(Quotas quotas, DataSources sources, boolean forest)
    implements Datasets, DataAccess {
  @Override
  public Dataset of(Handle handle, Detector detector) {
    MetricSetEntry entry =
        MetricSets.of(handle, detector.id())
            .orElseThrow(
                () -> new IllegalStateException("the detector has no dataset; add one first"));
    DatasetCheck check =
        Dataset.of(
            Frequency.fromValue(detector.interval().name()),
            entry.definition().toBuilder().metricSetName(entry.name()).build(),
            quotas.intake(detector.interval()));
    return check
        .dataset()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    check.problems().stream()
                        .map(Problem::message)
                        .collect(Collectors.joining("; "))));
  }

  @Override
  public HistoryRange range(Handle handle, Detector detector) {
    return TrialBook.range(handle, detector.id());
  }

  @Override
  public int mostMetrics(Detector detector) {
    return quotas.timeSeries(detector.interval());
  }

  @Override
  public IntervalSource intervals(Dataset dataset) {
    return sources.intervals(dataset, quotas.intake(dataset.length()));
  }

  Inspection inspection(Dataset dataset) {
    return sources.inspection(dataset, quotas.intake(dataset.length()));
  }

  @Override
  public History history(Dataset dataset) {
    return sources.history(dataset, quotas.intake(dataset.length()));
  }
}
