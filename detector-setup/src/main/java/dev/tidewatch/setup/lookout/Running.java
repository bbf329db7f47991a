package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** That a detector runs: created by activating it, deleted by deactivating it. */
final class Running implements Resource {
  private static final String STATE = "state";
  private static final Set<AnomalyDetectorStatus> IDLE =
      Set.of(
          AnomalyDetectorStatus.INACTIVE,
          AnomalyDetectorStatus.DEACTIVATED,
          AnomalyDetectorStatus.DEACTIVATING);
  private static final Set<AnomalyDetectorStatus> STOPPABLE =
      Set.of(
          AnomalyDetectorStatus.ACTIVE,
          AnomalyDetectorStatus.LEARNING,
          AnomalyDetectorStatus.ACTIVATING);

  private final Directory directory;
  private final Activation activation;

  Running(Directory directory, Activation activation) {
    this.directory = directory;
    this.activation = activation;
  }

  @Override
  public String kind() {
    return "activation";
  }

  @Override
  public String name() {
    return directory.name();
  }

  @Override
  public Attributes desired() {
    return new Attributes(Map.of(STATE, activation.word()));
  }

  @Override
  public Optional<Existing> existing() {
    return directory
        .describe()
        .filter(detector -> !IDLE.contains(detector.status()))
        .map(detector -> Existing.ours(new Attributes(Map.of(STATE, state(detector)))));
  }

  private static String state(DescribeAnomalyDetectorResponse detector) {
    return switch (detector.status()) {
      case FAILED -> "failed: " + detector.failureReason();
      case BACK_TEST_ACTIVATING, BACK_TEST_ACTIVE, BACK_TEST_COMPLETE -> Activation.BACKTEST.word();
      default -> Activation.CONTINUOUS.word();
    };
  }

  /** Whether the detector runs on. */
  boolean isRunning() {
    return directory.describe().filter(each -> STOPPABLE.contains(each.status())).isPresent();
  }

  /**
   * Whether only a new detector can run as it shall: a backtest is final (contract section 4.1).
   */
  boolean needsNewDetector(List<Difference> differences) {
    return differences.stream()
        .flatMap(difference -> difference.from().stream())
        .anyMatch(
            from -> from.equals(Activation.BACKTEST.word()) || activation == Activation.BACKTEST);
  }

  @Override
  public String create() {
    new Waiting(directory).untilBetweenNothing();
    String arn = directory.arn();
    if (activation == Activation.BACKTEST) {
      directory.callSoonAfter(
          () ->
              directory
                  .client()
                  .backTestAnomalyDetector(request -> request.anomalyDetectorArn(arn)));
    } else {
      directory.callSoonAfter(
          () ->
              directory
                  .client()
                  .activateAnomalyDetector(request -> request.anomalyDetectorArn(arn)));
    }
    return "";
  }

  @Override
  public void update(List<Difference> differences) {
    create();
  }

  @Override
  public void delete() {
    Waiting waiting = new Waiting(directory);
    Optional<DescribeAnomalyDetectorResponse> detector = directory.describe();
    if (detector.filter(each -> each.status() == AnomalyDetectorStatus.ACTIVATING).isPresent()) {
      waiting.untilBetweenNothing();
    }
    if (isRunning()) {
      String arn = directory.arn();
      directory.call(
          () ->
              directory
                  .client()
                  .deactivateAnomalyDetector(request -> request.anomalyDetectorArn(arn)));
    }
    waiting.untilBetweenNothing();
  }
}
