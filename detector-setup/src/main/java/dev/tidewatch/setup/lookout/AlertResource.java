package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;

/** An alert of the detector. */
final class AlertResource implements Resource {
  private static final String DESCRIPTION = "AlertDescription";
  private static final Set<String> MEMBERS =
      Set.of(DESCRIPTION, "AlertSensitivityThreshold", "Action", "AlertFilters");

  private final Directory directory;
  private final Mark mark;
  private final CreateAlertRequest wanted;

  /**
   * @param wanted with its role and target, without its detector
   */
  AlertResource(Directory directory, Mark mark, CreateAlertRequest wanted) {
    this.directory = directory;
    this.mark = mark;
    this.wanted = wanted;
  }

  @Override
  public String kind() {
    return "alert";
  }

  @Override
  public String name() {
    return wanted.alertName();
  }

  @Override
  public Attributes desired() {
    return SdkText.of(wanted, MEMBERS).with(Mark.attributes(wanted.tags()));
  }

  /** The columns it shall filter by. */
  Set<String> columnsWanted() {
    return columns(wanted.alertFilters());
  }

  /** The columns it filters by. */
  Set<String> columnsUsed() {
    return summary()
        .map(summary -> columns(describe(summary.alertArn()).alertFilters()))
        .orElse(Set.of());
  }

  private static Set<String> columns(@Nullable AlertFilters filters) {
    Set<String> columns = new HashSet<>();
    if (filters != null) {
      columns.addAll(filters.metricList());
      filters.dimensionFilterList().forEach(filter -> columns.add(filter.dimensionName()));
    }
    return columns;
  }

  private Alert describe(String arn) {
    return directory
        .call(() -> directory.client().describeAlert(request -> request.alertArn(arn)))
        .alert();
  }

  @Override
  public Optional<Existing> existing() {
    return summary()
        .map(
            summary -> {
              String arn = summary.alertArn();
              Alert alert = describe(arn);
              Map<String, String> tags = directory.tags(arn);
              Attributes attributes =
                  Unclearable.kept(SdkText.of(alert, MEMBERS), desired(), Set.of(DESCRIPTION))
                      .with(Mark.attributes(tags));
              return new Existing(attributes, mark.owner(tags, Owner.FOREIGN));
            });
  }

  private Optional<AlertSummary> summary() {
    return directory
        .find()
        .flatMap(detector -> of(directory, detector).stream().filter(this::isThis).findFirst());
  }

  private boolean isThis(AlertSummary summary) {
    return summary.alertName().equals(wanted.alertName());
  }

  /** All alerts of a detector. */
  static List<AlertSummary> of(Directory directory, String detector) {
    return directory.call(
        () ->
            directory
                .client()
                .listAlertsPaginator(request -> request.anomalyDetectorArn(detector))
                .stream()
                .flatMap(page -> page.alertSummaryList().stream())
                .toList());
  }

  /** All alerts of the server. */
  static List<AlertSummary> all(Directory directory) {
    return directory.call(
        () ->
            directory.client().listAlertsPaginator(request -> {}).stream()
                .flatMap(page -> page.alertSummaryList().stream())
                .toList());
  }

  @Override
  public Optional<String> fixed(Difference difference) {
    return difference.to().isEmpty()
            && MEMBERS.stream().anyMatch(difference.attribute()::startsWith)
        ? Optional.of("the API cannot take away an alert's " + difference.attribute())
        : Optional.empty();
  }

  @Override
  public String create() {
    CreateAlertRequest request =
        wanted.toBuilder().anomalyDetectorArn(directory.arn()).tags(mark.on(wanted.tags())).build();
    return directory.callSoonAfter(() -> directory.client().createAlert(request).alertArn());
  }

  @Override
  public void update(List<Difference> differences) {
    String arn =
        summary()
            .map(AlertSummary::alertArn)
            .orElseThrow(() -> new IllegalStateException("there is no alert " + name()));
    if (differences.stream().anyMatch(each -> !each.attribute().startsWith("tag "))) {
      directory.callSoonAfter(
          () ->
              directory
                  .client()
                  .updateAlert(
                      request ->
                          request
                              .alertArn(arn)
                              .alertDescription(wanted.alertDescription())
                              .alertSensitivityThreshold(wanted.alertSensitivityThreshold())
                              .action(wanted.action())
                              .alertFilters(wanted.alertFilters())));
    }
    directory.tag(arn, mark.on(wanted.tags()));
  }

  @Override
  public void delete() {
    summary().map(AlertSummary::alertArn).ifPresent(this::delete);
  }

  private void delete(String arn) {
    try {
      directory.call(() -> directory.client().deleteAlert(request -> request.alertArn(arn)));
    } catch (ResourceNotFoundException gone) {
      // somebody was faster
    }
  }
}
