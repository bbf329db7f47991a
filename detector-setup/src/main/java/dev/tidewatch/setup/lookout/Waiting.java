package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.aws.Patience.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Waits until a detector has settled. */
public final class Waiting {
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration LIMIT_OF_A_STEP = Duration.ofMinutes(5);
  private static final Set<AnomalyDetectorStatus> UNSETTLED =
      Set.of(
          AnomalyDetectorStatus.ACTIVATING,
          AnomalyDetectorStatus.LEARNING,
          AnomalyDetectorStatus.BACK_TEST_ACTIVATING,
          AnomalyDetectorStatus.BACK_TEST_ACTIVE,
          AnomalyDetectorStatus.DEACTIVATING,
          AnomalyDetectorStatus.DELETING);

  private static final Set<AnomalyDetectorStatus> BETWEEN =
      Set.of(
          AnomalyDetectorStatus.ACTIVATING,
          AnomalyDetectorStatus.BACK_TEST_ACTIVATING,
          AnomalyDetectorStatus.BACK_TEST_ACTIVE,
          AnomalyDetectorStatus.DEACTIVATING,
          AnomalyDetectorStatus.DELETING);

  private final Directory directory;
  private final Pause pause;

  Waiting(Directory directory) {
    this(directory, Pause.REAL);
  }

  public Waiting(Directory directory, Pause pause) {
    this.directory = directory;
    this.pause = pause;
  }

  /**
   * Waits until the detector has settled, or the time is over.
   *
   * @param limit how long at most
   * @param looked hears what each look found
   * @return how it is then; empty when there is none
   */
  public Optional<DescribeAnomalyDetectorResponse> untilSettled(
      Duration limit, Consumer<DescribeAnomalyDetectorResponse> looked) {
    return until(Waiting::isSettled, limit, looked);
  }

  private Optional<DescribeAnomalyDetectorResponse> until(
      Predicate<DescribeAnomalyDetectorResponse> reached,
      Duration limit,
      Consumer<DescribeAnomalyDetectorResponse> looked) {
    Duration waited = Duration.ZERO;
    Duration next = SHORTEST;
    while (true) {
      Optional<DescribeAnomalyDetectorResponse> now = directory.describe();
      now.ifPresent(looked);
      if (now.isEmpty() || reached.test(now.get()) || waited.compareTo(limit) >= 0) {
        return now;
      }
      pause.of(next);
      waited = waited.plus(next);
      next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }
  }

  /** Whether nothing is under way any more. */
  public static boolean isSettled(DescribeAnomalyDetectorResponse detector) {
    return !UNSETTLED.contains(detector.status());
  }

  void untilGone() {
    if (until(gone -> false, LIMIT_OF_A_STEP, looked -> {}).isPresent()) {
      throw new IllegalStateException(
          "detector '" + directory.name() + "' is not gone after " + LIMIT_OF_A_STEP);
    }
  }

  /** Waits while one state turns into another; learning is a state. */
  void untilBetweenNothing() {
    until(detector -> !BETWEEN.contains(detector.status()), LIMIT_OF_A_STEP, looked -> {});
  }
}
