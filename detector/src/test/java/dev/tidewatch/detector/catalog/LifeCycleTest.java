package dev.tidewatch.detector.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

class LifeCycleTest {
  private static final String TABLE =
      """
      INACTIVE             ACTIVATING            BACK_TEST_ACTIVATING  -             DELETING
      ACTIVATING           -                     -                     -             -
      LEARNING             -                     -                     DEACTIVATING  DELETING
      ACTIVE               -                     -                     DEACTIVATING  DELETING
      DEACTIVATING         -                     -                     -             -
      DEACTIVATED          ACTIVATING            -                     -             DELETING
      BACK_TEST_ACTIVATING -                     -                     -             -
      BACK_TEST_ACTIVE     -                     -                     -             -
      BACK_TEST_COMPLETE   -                     -                     -             DELETING
      FAILED               ACTIVATING            -                     -             DELETING
      DELETING             -                     -                     -             -
      """;

  @Test
  void followsTheTableOfStatesAndCalls() {
    String said =
        TABLE
            .lines()
            .map(line -> line.split(" +")[0])
            .map(
                status ->
                    status
                        + Arrays.stream(Call.values())
                            .map(call -> " " + word(LifeCycle.on(detector(status), call)))
                            .collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
    assertThat(said).isEqualTo(TABLE.strip().replaceAll(" +", " "));
  }

  @Test
  void knowsEveryStateOfTheModel() {
    assertThat(TABLE.lines().map(line -> line.split(" +")[0]))
        .containsExactlyInAnyOrderElementsOf(
            AnomalyDetectorStatus.knownValues().stream()
                .map(AnomalyDetectorStatus::toString)
                .toList());
  }

  @Test
  void followsTheTableOfStatesAndEvents() {
    Map<String, String> steps = new TreeMap<>();
    for (AnomalyDetectorStatus status : AnomalyDetectorStatus.knownValues()) {
      for (Event event : Event.values()) {
        if (LifeCycle.on(detector(status.toString()), event) instanceof Transition.To to) {
          steps.put(status + " " + event, to.status().toString());
        }
      }
    }
    assertThat(steps)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ACTIVATING IMPORTED", "LEARNING",
                "ACTIVATING LEARNT", "ACTIVE",
                "LEARNING LEARNT", "ACTIVE",
                "BACK_TEST_ACTIVATING BACK_TEST_LEARNT", "BACK_TEST_ACTIVE",
                "BACK_TEST_ACTIVE BACK_TEST_SCORED", "BACK_TEST_COMPLETE",
                "DEACTIVATING STOPPED", "INACTIVE"));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVATING, ACTIVATION_FAILURE",
    "BACK_TEST_ACTIVATING, BACK_TEST_ACTIVATION_FAILURE",
    "BACK_TEST_ACTIVE, BACK_TEST_ACTIVATION_FAILURE",
    "DEACTIVATING, DEACTIVATION_FAILURE",
    "DELETING, DELETION_FAILURE"
  })
  void failsInTheWayOfItsState(String status, String type) {
    assertThat(LifeCycle.failed(detector(status), "no such bucket"))
        .isEqualTo(
            new Transition.Failed(
                new Failure(AnomalyDetectorFailureType.fromValue(type), "no such bucket")));
  }

  @ParameterizedTest
  @EnumSource(
      value = AnomalyDetectorStatus.class,
      names = {"INACTIVE", "LEARNING", "ACTIVE", "DEACTIVATED", "BACK_TEST_COMPLETE", "FAILED"})
  void doesNotFailWhereNothingIsUnderWay(AnomalyDetectorStatus status) {
    assertThat(LifeCycle.failed(detector(status.toString()), "late"))
        .isInstanceOf(Transition.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVATING", "LEARNING", "ACTIVE"})
  void whatIsTooLargeFailsAndMayBeActivatedAgain(String status) {
    assertThat(LifeCycle.outgrown(detector(status), "too large"))
        .isEqualTo(
            new Transition.Failed(
                new Failure(AnomalyDetectorFailureType.ACTIVATION_FAILURE, "too large")));
  }

  @Test
  void refusesABacktestAsInvalidSinceItsErrorsKnowNoConflict() {
    assertThat(LifeCycle.on(detector("ACTIVE"), Call.BACK_TEST))
        .isEqualTo(
            new Transition.Refused(
                Refusal.validation(
                    "the detector d is ACTIVE; it can be backtested only while it is INACTIVE")));
    assertThat(LifeCycle.on(detector("ACTIVE"), Call.ACTIVATE))
        .isEqualTo(
            new Transition.Refused(
                Refusal.conflict(
                    "the detector d is ACTIVE; it can be activated only while it is DEACTIVATED or FAILED or"
                        + " INACTIVE")));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVATION_FAILURE, true",
    "DEACTIVATION_FAILURE, true",
    "BACK_TEST_ACTIVATION_FAILURE, false",
    "DELETION_FAILURE, false"
  })
  void activatesAgainWhatFailedInAWayThatMends(String type, boolean mends) {
    Detector failed = failed(type);
    assertThat(LifeCycle.on(failed, Call.ACTIVATE) instanceof Transition.To).isEqualTo(mends);
    assertThat(LifeCycle.against(failed, Change.METRIC_SET_DEFINITION).isEmpty()).isEqualTo(mends);
    assertThat(LifeCycle.against(failed, Change.INTERVAL).isEmpty()).isEqualTo(mends);
    assertThat(LifeCycle.against(failed, Change.KMS_KEY)).isPresent();
    assertThat(LifeCycle.on(failed, Call.DELETE)).isInstanceOf(Transition.To.class);
  }

  @Test
  void allowsOnlyDescriptionsAndTheOffsetOnceItWorks() {
    for (String status :
        List.of(
            "ACTIVATING",
            "LEARNING",
            "ACTIVE",
            "DEACTIVATING",
            "BACK_TEST_ACTIVATING",
            "BACK_TEST_ACTIVE",
            "BACK_TEST_COMPLETE")) {
      assertThat(allowed(status))
          .containsExactlyInAnyOrder(
              Change.DETECTOR_DESCRIPTION,
              Change.METRIC_SET_DESCRIPTION,
              Change.OFFSET,
              Change.ALERT);
    }
  }

  @Test
  void allowsEveryChangeBeforeAndNoneAtTheEnd() {
    assertThat(allowed("INACTIVE")).containsExactly(Change.values());
    assertThat(allowed("DEACTIVATED")).containsExactly(Change.values());
    assertThat(allowed("DELETING")).isEmpty();
  }

  @Test
  void takesADatasetWhileInactiveAndAlertsUntilTheEnd() {
    assertThat(LifeCycle.againstMetricSet(detector("INACTIVE"))).isEmpty();
    assertThat(LifeCycle.againstMetricSet(detector("ACTIVE"))).isPresent();
    assertThat(LifeCycle.againstAlert(detector("BACK_TEST_COMPLETE"))).isEmpty();
    assertThat(LifeCycle.againstAlert(detector("DELETING"))).isPresent();
  }

  @Test
  void cutsAReasonThatIsTooLong() {
    Failure failure = new Failure(AnomalyDetectorFailureType.ACTIVATION_FAILURE, "x".repeat(300));
    assertThat(failure.reason()).hasSize(256).endsWith("x…");
  }

  private static List<Change> allowed(String status) {
    return Arrays.stream(Change.values())
        .filter(change -> LifeCycle.against(detector(status), change).isEmpty())
        .toList();
  }

  private static String word(Transition transition) {
    return transition instanceof Transition.To to ? to.status().toString() : "-";
  }

  private static Detector detector(String status) {
    return status.equals("FAILED") ? failed("ACTIVATION_FAILURE") : detector(status, null);
  }

  private static Detector failed(String type) {
    return detector("FAILED", new Failure(AnomalyDetectorFailureType.fromValue(type), "why"));
  }

  private static Detector detector(String status, @Nullable Failure failure) {
    return new Detector(
        1,
        "d",
        null,
        IntervalLength.PT5M,
        null,
        AnomalyDetectorStatus.fromValue(status),
        failure,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
