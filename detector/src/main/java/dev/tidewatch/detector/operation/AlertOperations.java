package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.AlertDraft;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.Change;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.LifeCycle;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.wire.Page;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAlertResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAlertResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAlertsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAlertsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateAlertResponse;

/** Alerts (contract section 7.1). */
public final class AlertOperations {
  private static final int TELL_ALL = 0;

  private final Surroundings surroundings;
  private final ResourceNames names;
  private final Resources resources;

  public AlertOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.names = surroundings.names();
    this.resources = new Resources(names);
  }

  public CreateAlertResponse create(CreateAlertRequest request) {
    TagChecks.check(request.tags());
    String arn = names.alert(request.alertName());
    surroundings.database().change(handle -> create(handle, arn, request));
    return CreateAlertResponse.builder().alertArn(arn).build();
  }

  private void create(Handle handle, String arn, CreateAlertRequest request) {
    Detector detector = resources.detector(handle, request.anomalyDetectorArn());
    if (Alerts.find(handle, request.alertName()).isPresent()) {
      throw Refusals.nameTaken(ResourceKind.ALERT, arn);
    }
    LifeCycle.againstAlert(detector)
        .ifPresent(
            refusal -> {
              throw Refusals.error(refusal, request.anomalyDetectorArn());
            });
    surroundings
        .quotas()
        .oneMoreAlert(Alerts.count(handle, detector.id()))
        .ifPresent(
            excess -> {
              throw Refusals.error(excess, arn);
            });
    Integer threshold = request.alertSensitivityThreshold();
    AlertDraft draft =
        new AlertDraft(
            request.alertDescription(),
            threshold == null ? TELL_ALL : threshold,
            AlertChecks.action(request.action()),
            AlertChecks.filters(handle, detector.id(), request.alertFilters()));
    Alerts.insert(handle, detector.id(), request.alertName(), draft, surroundings.now());
    Tags.put(handle, arn, request.tags());
  }

  public DescribeAlertResponse describe(DescribeAlertRequest request) {
    AlertEntry entry =
        surroundings.database().read(handle -> resources.alert(handle, request.alertArn()));
    Alert alert =
        Alert.builder()
            .alertArn(request.alertArn())
            .alertName(entry.name())
            .alertDescription(entry.description())
            .anomalyDetectorArn(names.detector(entry.detectorName()))
            .alertSensitivityThreshold(entry.threshold())
            .alertType(entry.type())
            .alertStatus(entry.status())
            .action(entry.action())
            .alertFilters(entry.filters())
            .creationTime(entry.created())
            .lastModificationTime(entry.modified())
            .build();
    return DescribeAlertResponse.builder().alert(alert).build();
  }

  public ListAlertsResponse list(ListAlertsRequest request) {
    return surroundings
        .database()
        .read(
            handle -> {
              Page<AlertEntry> page =
                  surroundings.page(
                      request,
                      (after, most) -> entries(handle, request.anomalyDetectorArn(), after, most),
                      AlertEntry::id);
              return ListAlertsResponse.builder()
                  .alertSummaryList(
                      page.items().stream().map(entry -> summary(handle, entry)).toList())
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private List<AlertEntry> entries(
      Handle handle, @Nullable String detectorArn, long after, int most) {
    return detectorArn == null
        ? Alerts.page(handle, after, most)
        : Alerts.page(handle, resources.detector(handle, detectorArn).id(), after, most);
  }

  private AlertSummary summary(Handle handle, AlertEntry entry) {
    String arn = names.alert(entry.name());
    return AlertSummary.builder()
        .alertArn(arn)
        .alertName(entry.name())
        .anomalyDetectorArn(names.detector(entry.detectorName()))
        .alertSensitivityThreshold(entry.threshold())
        .alertType(entry.type())
        .alertStatus(entry.status())
        .creationTime(entry.created())
        .lastModificationTime(entry.modified())
        .tags(Tags.of(handle, arn))
        .build();
  }

  /** Members left out stay as they are; filters without an entry filter nothing any more. */
  public UpdateAlertResponse update(UpdateAlertRequest request) {
    surroundings.database().change(handle -> update(handle, request));
    return UpdateAlertResponse.builder().alertArn(request.alertArn()).build();
  }

  private void update(Handle handle, UpdateAlertRequest request) {
    AlertEntry entry = resources.alert(handle, request.alertArn());
    Detector detector = Detectors.find(handle, entry.detectorId()).orElseThrow();
    LifeCycle.against(detector, Change.ALERT)
        .ifPresent(
            refusal -> {
              throw Refusals.error(refusal, names.detector(detector.name()));
            });
    String description = request.alertDescription();
    Integer threshold = request.alertSensitivityThreshold();
    AlertFilters filters = request.alertFilters();
    AlertDraft draft =
        new AlertDraft(
            description == null ? entry.description() : description,
            threshold == null ? entry.threshold() : threshold,
            request.action() == null ? entry.action() : AlertChecks.action(request.action()),
            filters == null
                ? entry.filters()
                : AlertChecks.filters(handle, detector.id(), filters));
    Alerts.update(handle, entry.id(), draft, surroundings.now());
  }

  public DeleteAlertResponse delete(DeleteAlertRequest request) {
    surroundings
        .database()
        .change(
            handle -> Alerts.delete(handle, resources.alert(handle, request.alertArn()), names));
    return DeleteAlertResponse.builder().build();
  }
}
