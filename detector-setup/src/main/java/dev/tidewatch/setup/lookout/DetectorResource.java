package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;

/** The detector itself, not activated. */
final class DetectorResource implements Resource {
  static final String DESCRIPTION = "AnomalyDetectorDescription";
  private static final String INTERVAL = "AnomalyDetectorConfig.AnomalyDetectorFrequency";
  private static final String KMS_KEY = "KmsKeyArn";
  private static final Set<String> MEMBERS = Set.of(DESCRIPTION, "AnomalyDetectorConfig", KMS_KEY);

  private final Directory directory;
  private final Mark mark;
  private final CreateAnomalyDetectorRequest wanted;

  DetectorResource(Directory directory, Mark mark, CreateAnomalyDetectorRequest wanted) {
    this.directory = directory;
    this.mark = mark;
    this.wanted = wanted;
  }

  @Override
  public String kind() {
    return "detector";
  }

  @Override
  public String name() {
    return wanted.anomalyDetectorName();
  }

  @Override
  public Attributes desired() {
    return SdkText.of(wanted, MEMBERS).with(Mark.attributes(wanted.tags()));
  }

  @Override
  public Optional<Existing> existing() {
    return directory.describe().map(this::existing);
  }

  private Existing existing(DescribeAnomalyDetectorResponse detector) {
    Map<String, String> tags = directory.tags(detector.anomalyDetectorArn());
    Attributes attributes =
        Unclearable.kept(SdkText.of(detector, MEMBERS), desired(), Set.of(DESCRIPTION))
            .with(Mark.attributes(tags));
    return new Existing(attributes, mark.owner(tags, Owner.FOREIGN));
  }

  @Override
  public Optional<String> fixed(Difference difference) {
    if (difference.attribute().equals(INTERVAL)) {
      return Optional.of("what a detector learnt belongs to its interval");
    }
    boolean cleared = difference.attribute().equals(KMS_KEY) && difference.to().isEmpty();
    return cleared ? Optional.of("the API cannot take a key away") : Optional.empty();
  }

  @Override
  public String create() {
    CreateAnomalyDetectorRequest request = wanted.toBuilder().tags(mark.on(wanted.tags())).build();
    String arn =
        directory.call(
            () -> directory.client().createAnomalyDetector(request).anomalyDetectorArn());
    directory.made(arn);
    return arn;
  }

  @Override
  public void update(List<Difference> differences) {
    String arn = directory.arn();
    if (differences.stream().anyMatch(difference -> isMember(difference.attribute()))) {
      AnomalyDetectorConfig config = wanted.anomalyDetectorConfig();
      directory.call(
          () ->
              directory
                  .client()
                  .updateAnomalyDetector(
                      request ->
                          request
                              .anomalyDetectorArn(arn)
                              .anomalyDetectorDescription(wanted.anomalyDetectorDescription())
                              .anomalyDetectorConfig(onlyDescription(differences) ? null : config)
                              .kmsKeyArn(
                                  onlyDescription(differences) ? null : wanted.kmsKeyArn())));
    }
    directory.tag(arn, mark.on(wanted.tags()));
  }

  private static boolean isMember(String attribute) {
    return MEMBERS.stream().anyMatch(attribute::startsWith);
  }

  /** Whether a running detector may keep running meanwhile (contract section 4.2). */
  static boolean onlyDescription(List<Difference> differences) {
    return differences.stream()
        .allMatch(
            difference ->
                difference.attribute().equals(DESCRIPTION) || !isMember(difference.attribute()));
  }

  @Override
  public void delete() {
    Optional<String> arn = directory.find();
    if (arn.isEmpty()) {
      return;
    }
    try {
      directory.call(
          () ->
              directory
                  .client()
                  .deleteAnomalyDetector(request -> request.anomalyDetectorArn(arn.get())));
    } catch (ResourceNotFoundException gone) {
      return;
    }
    new Waiting(directory).untilGone();
  }
}
