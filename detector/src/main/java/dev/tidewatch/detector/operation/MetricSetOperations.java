package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.LifeCycle;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.wire.Page;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ListMetricSetsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListMetricSetsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateMetricSetResponse;

/** Datasets: one for each detector (contract sections 2, 4.2 and 5). */
public final class MetricSetOperations {
  private final Surroundings surroundings;
  private final ResourceNames names;
  private final Resources resources;
  private final DatasetChecks datasets;
  private final MetricSetChange changes;

  public MetricSetOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.names = surroundings.names();
    this.resources = new Resources(names);
    this.datasets = new DatasetChecks(surroundings.quotas());
    this.changes = new MetricSetChange(names, datasets);
  }

  public CreateMetricSetResponse create(CreateMetricSetRequest request) {
    TagChecks.check(request.tags());
    String arn = surroundings.database().write(handle -> create(handle, request));
    return CreateMetricSetResponse.builder().metricSetArn(arn).build();
  }

  private String create(Handle handle, CreateMetricSetRequest request) {
    Detector detector = resources.detector(handle, request.anomalyDetectorArn());
    String arn = names.metricSet(detector.name(), request.metricSetName());
    checkIsFirst(MetricSets.of(handle, detector.id()), request.metricSetName(), arn);
    LifeCycle.againstMetricSet(detector)
        .ifPresent(
            refusal -> {
              throw Refusals.error(refusal, request.anomalyDetectorArn());
            });
    datasets.checkQuotas(request, arn);
    datasets.check(detector.interval(), request);
    MetricSets.insert(handle, detector.id(), request, surroundings.now());
    Tags.put(handle, arn, request.tags());
    return arn;
  }

  private static void checkIsFirst(Optional<MetricSetEntry> present, String name, String arn) {
    if (present.isPresent() && present.get().name().equals(name)) {
      throw Refusals.nameTaken(ResourceKind.METRIC_SET, arn);
    }
    if (present.isPresent()) {
      throw Refusals.error(Quotas.secondMetricSet(), arn);
    }
  }

  public DescribeMetricSetResponse describe(DescribeMetricSetRequest request) {
    String arn = request.metricSetArn();
    MetricSetEntry entry = surroundings.database().read(handle -> resources.metricSet(handle, arn));
    CreateMetricSetRequest definition = entry.definition();
    return DescribeMetricSetResponse.builder()
        .metricSetArn(arn)
        .anomalyDetectorArn(names.detector(entry.detectorName()))
        .metricSetName(entry.name())
        .metricSetDescription(definition.metricSetDescription())
        .creationTime(entry.created())
        .lastModificationTime(entry.modified())
        .offset(definition.offset())
        .metricList(definition.metricList())
        .timestampColumn(definition.timestampColumn())
        .dimensionList(definition.dimensionList())
        .metricSetFrequency(definition.metricSetFrequency())
        .timezone(definition.timezone())
        .metricSource(definition.metricSource())
        .dimensionFilterList(definition.dimensionFilterList())
        .build();
  }

  public ListMetricSetsResponse list(ListMetricSetsRequest request) {
    return surroundings
        .database()
        .read(
            handle -> {
              Page<MetricSetEntry> page =
                  surroundings.page(
                      request,
                      (after, most) -> entries(handle, request.anomalyDetectorArn(), after, most),
                      MetricSetEntry::detectorId);
              return ListMetricSetsResponse.builder()
                  .metricSetSummaryList(
                      page.items().stream().map(entry -> summary(handle, entry)).toList())
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private List<MetricSetEntry> entries(
      Handle handle, @Nullable String detectorArn, long after, int most) {
    if (detectorArn == null) {
      return MetricSets.page(handle, after, most);
    }
    long detector = resources.detector(handle, detectorArn).id();
    return detector <= after ? List.of() : MetricSets.of(handle, detector).stream().toList();
  }

  private MetricSetSummary summary(Handle handle, MetricSetEntry entry) {
    String arn = names.metricSet(entry.detectorName(), entry.name());
    return MetricSetSummary.builder()
        .metricSetArn(arn)
        .anomalyDetectorArn(names.detector(entry.detectorName()))
        .metricSetName(entry.name())
        .metricSetDescription(entry.definition().metricSetDescription())
        .creationTime(entry.created())
        .lastModificationTime(entry.modified())
        .tags(Tags.of(handle, arn))
        .build();
  }

  /** Members left out stay as they are. */
  public UpdateMetricSetResponse update(UpdateMetricSetRequest request) {
    String arn = request.metricSetArn();
    surroundings
        .database()
        .change(
            handle -> {
              MetricSetEntry entry = resources.metricSet(handle, arn);
              CreateMetricSetRequest changed = changes.apply(handle, entry, request);
              MetricSets.update(handle, entry.detectorId(), changed, surroundings.now());
            });
    return UpdateMetricSetResponse.builder().metricSetArn(arn).build();
  }
}
