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
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateMetricSetRequest;

/** The one dataset of a detector. The API can neither delete it alone nor make a second one. */
final class DatasetResource implements Resource {
  private static final String NAME = "MetricSetName";
  private static final String TIMEZONE = "Timezone";
  private static final String FREQUENCY = "MetricSetFrequency";
  private static final String DESCRIPTION = "MetricSetDescription";
  private static final String OFFSET = "Offset";
  private static final Set<String> MEMBERS =
      Set.of(
          NAME,
          DESCRIPTION,
          "MetricList",
          OFFSET,
          "TimestampColumn",
          "DimensionList",
          FREQUENCY,
          "MetricSource",
          TIMEZONE,
          "DimensionFilterList");
  private static final Set<String> FIXED = Set.of(NAME, TIMEZONE, FREQUENCY);

  private final Directory directory;
  private final Mark mark;
  private final CreateMetricSetRequest wanted;

  /**
   * @param wanted with its role, without its detector
   */
  DatasetResource(Directory directory, Mark mark, CreateMetricSetRequest wanted) {
    this.directory = directory;
    this.mark = mark;
    this.wanted = wanted;
  }

  @Override
  public String kind() {
    return "dataset";
  }

  @Override
  public String name() {
    return directory.name() + "/" + wanted.metricSetName();
  }

  @Override
  public Attributes desired() {
    return SdkText.of(wanted, MEMBERS).with(Mark.attributes(wanted.tags()));
  }

  @Override
  public Optional<Existing> existing() {
    return describe().map(this::existing);
  }

  private Existing existing(DescribeMetricSetResponse dataset) {
    Map<String, String> tags = directory.tags(dataset.metricSetArn());
    Attributes attributes =
        Unclearable.kept(
                SdkText.of(dataset, MEMBERS), desired(), Set.of(DESCRIPTION, OFFSET, TIMEZONE))
            .with(Mark.attributes(tags));
    return new Existing(attributes, mark.owner(tags, Owner.FOREIGN));
  }

  /** How the dataset is; empty when the detector has none. */
  Optional<DescribeMetricSetResponse> describe() {
    return arn()
        .map(
            arn ->
                directory.call(
                    () ->
                        directory
                            .client()
                            .describeMetricSet(request -> request.metricSetArn(arn))));
  }

  /** The columns that alerts can filter by, of the dataset that is there. */
  Set<String> columns() {
    return describe()
        .map(dataset -> columns(dataset.metricList(), dataset.dimensionList()))
        .orElse(Set.of());
  }

  /** The columns that alerts can filter by, of the dataset that shall be. */
  Set<String> columnsWanted() {
    return columns(wanted.metricList(), wanted.dimensionList());
  }

  private static Set<String> columns(List<Metric> measures, List<String> dimensions) {
    Set<String> columns = new HashSet<>(dimensions);
    measures.forEach(measure -> columns.add(measure.metricName()));
    return columns;
  }

  private Optional<String> arn() {
    return directory
        .find()
        .flatMap(
            detector ->
                directory
                    .call(
                        () ->
                            directory
                                .client()
                                .listMetricSets(request -> request.anomalyDetectorArn(detector)))
                    .metricSetSummaryList()
                    .stream()
                    .map(MetricSetSummary::metricSetArn)
                    .findFirst());
  }

  @Override
  public Optional<String> fixed(Difference difference) {
    if (FIXED.contains(difference.attribute())) {
      return Optional.of("the API cannot change a dataset's " + difference.attribute());
    }
    boolean cleared = difference.to().isEmpty() && isMember(difference.attribute());
    return cleared
        ? Optional.of("the API cannot take away a dataset's " + difference.attribute())
        : Optional.empty();
  }

  private static boolean isMember(String attribute) {
    return MEMBERS.stream().anyMatch(attribute::startsWith);
  }

  /** Whether a running detector may keep running meanwhile (contract section 4.2). */
  static boolean onlyDescriptionOrOffset(List<Difference> differences) {
    return differences.stream()
        .map(Difference::attribute)
        .allMatch(name -> name.equals(DESCRIPTION) || name.equals(OFFSET) || !isMember(name));
  }

  @Override
  public String create() {
    CreateMetricSetRequest request =
        wanted.toBuilder().anomalyDetectorArn(directory.arn()).tags(mark.on(wanted.tags())).build();
    return directory.callSoonAfter(
        () -> directory.client().createMetricSet(request).metricSetArn());
  }

  @Override
  public void update(List<Difference> differences) {
    String arn = arn().orElseThrow(() -> new IllegalStateException("there is no dataset any more"));
    if (differences.stream().anyMatch(difference -> isMember(difference.attribute()))) {
      UpdateMetricSetRequest.Builder request =
          UpdateMetricSetRequest.builder()
              .metricSetArn(arn)
              .metricSetDescription(wanted.metricSetDescription())
              .offset(wanted.offset());
      if (!onlyDescriptionOrOffset(differences)) {
        request
            .metricList(wanted.metricList())
            .timestampColumn(wanted.timestampColumn())
            .metricSource(wanted.metricSource());
        if (wanted.hasDimensionList()) {
          request.dimensionList(wanted.dimensionList());
        }
        if (wanted.hasDimensionFilterList()) {
          request.dimensionFilterList(wanted.dimensionFilterList());
        }
      }
      directory.callSoonAfter(() -> directory.client().updateMetricSet(request.build()));
    }
    directory.tag(arn, mark.on(wanted.tags()));
  }

  /** Goes with its detector. */
  @Override
  public void delete() {}
}
