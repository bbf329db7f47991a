package dev.tidewatch.detector.catalog;

import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType.ACTIVATION_FAILURE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType.BACK_TEST_ACTIVATION_FAILURE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType.DEACTIVATION_FAILURE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType.DELETION_FAILURE;

import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * The states a detector passes through and what may be done in each (contract sections 4.1 and
 * 4.2). Only decides; who asks writes the answer down.
 */
public final class LifeCycle {
  private LifeCycle() {}

  /** What becomes of a detector by a user's call. */
  public static Transition on(Detector detector, Call call) {
    if (!call.from().contains(detector.status())) {
      return new Transition.Refused(
          call.refuse(
              "the detector %s is %s; it can be %s only while it is %s"
                  .formatted(detector.name(), detector.status(), call.done(), listed(call))));
    }
    if (call == Call.ACTIVATE
        && detector.status() == AnomalyDetectorStatus.FAILED
        && !mends(detector)) {
      return new Transition.Refused(
          call.refuse(
              "the detector %s failed for good (%s): delete it and create it again"
                  .formatted(detector.name(), failure(detector))));
    }
    return new Transition.To(call.to());
  }

  /**
   * What becomes of a detector by its work. Refused when the work was overtaken by a call: then
   * there is nothing to write down.
   */
  public static Transition on(Detector detector, Event event) {
    return event.from().contains(detector.status())
        ? new Transition.To(event.to())
        : stale(detector, event.name());
  }

  /** What becomes of a detector whose work failed in a way that does not heal by itself. */
  public static Transition failed(Detector detector, String reason) {
    Optional<AnomalyDetectorFailureType> type = failureIn(detector.status());
    return type.isPresent()
        ? new Transition.Failed(new Failure(type.orElseThrow(), reason))
        : stale(detector, "a failure");
  }

  /**
   * What becomes of a detector that is too large for the server: it ends also where it runs, and
   * can be activated again.
   */
  public static Transition outgrown(Detector detector, String reason) {
    return switch (detector.status()) {
      case LEARNING, ACTIVE -> new Transition.Failed(new Failure(ACTIVATION_FAILURE, reason));
      default -> failed(detector, reason);
    };
  }

  /** What stands against a change; empty when nothing does. */
  public static Optional<Refusal> against(Detector detector, Change change) {
    boolean allowed =
        switch (detector.status()) {
          case INACTIVE, DEACTIVATED -> true;
          case FAILED -> change.harmless() || (change != Change.KMS_KEY && mends(detector));
          case DELETING, UNKNOWN_TO_SDK_VERSION -> false;
          case ACTIVATING,
              LEARNING,
              ACTIVE,
              DEACTIVATING,
              BACK_TEST_ACTIVATING,
              BACK_TEST_ACTIVE,
              BACK_TEST_COMPLETE ->
              change.harmless();
        };
    return allowed
        ? Optional.empty()
        : Optional.of(Refusal.validation(unchangeable(detector, change)));
  }

  /** What stands against a dataset; empty when nothing does. */
  public static Optional<Refusal> againstMetricSet(Detector detector) {
    return switch (detector.status()) {
      case INACTIVE, DEACTIVATED -> Optional.empty();
      default ->
          Optional.of(
              Refusal.conflict(
                  "the detector %s is %s; a dataset is added while it is INACTIVE"
                      .formatted(detector.name(), detector.status())));
    };
  }

  /** What stands against a new alert; empty when nothing does. */
  public static Optional<Refusal> againstAlert(Detector detector) {
    return detector.status() == AnomalyDetectorStatus.DELETING
        ? Optional.of(Refusal.conflict("the detector %s is DELETING".formatted(detector.name())))
        : Optional.empty();
  }

  private static boolean mends(Detector detector) {
    return detector.failedBy(ACTIVATION_FAILURE) || detector.failedBy(DEACTIVATION_FAILURE);
  }

  private static Optional<AnomalyDetectorFailureType> failureIn(AnomalyDetectorStatus status) {
    return switch (status) {
      case ACTIVATING -> Optional.of(ACTIVATION_FAILURE);
      case BACK_TEST_ACTIVATING, BACK_TEST_ACTIVE -> Optional.of(BACK_TEST_ACTIVATION_FAILURE);
      case DEACTIVATING -> Optional.of(DEACTIVATION_FAILURE);
      case DELETING -> Optional.of(DELETION_FAILURE);
      default -> Optional.empty();
    };
  }

  private static Transition stale(Detector detector, String what) {
    return new Transition.Refused(
        Refusal.conflict(
            "the detector %s is %s; %s comes too late or too early"
                .formatted(detector.name(), detector.status(), what)));
  }

  private static String unchangeable(Detector detector, Change change) {
    String help =
        switch (detector.status()) {
          case LEARNING, ACTIVE -> "; deactivate it first";
          case FAILED -> "; delete it and create it again";
          default -> "";
        };
    return "%s cannot be changed while the detector %s is %s%s"
        .formatted(change.words(), detector.name(), detector.status(), help);
  }

  private static String failure(Detector detector) {
    return detector.failure() == null ? "unknown" : detector.failure().type().toString();
  }

  private static String listed(Call call) {
    return String.join(" or ", call.from().stream().map(Object::toString).sorted().toList());
  }
}
