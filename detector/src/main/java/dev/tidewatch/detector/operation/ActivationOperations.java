package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Activation;
import dev.tidewatch.detector.catalog.Call;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.LifeCycle;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.Transition;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.wire.ApiError;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.ActivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ActivateAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.BackTestAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.BackTestAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DeactivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeactivateAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorResponse;

/**
 * The calls that move detectors (contract section 4.1). The new state is on the disk before the
 * work that belongs to it is begun.
 */
public final class ActivationOperations {
  private final Surroundings surroundings;
  private final Resources resources;
  private final DatasetChecks datasets;

  public ActivationOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
    this.datasets = new DatasetChecks(surroundings.quotas());
  }

  public ActivateAnomalyDetectorResponse activate(ActivateAnomalyDetectorRequest request) {
    Detector detector = move(request.anomalyDetectorArn(), Call.ACTIVATE, this::readyToActivate);
    activation().activate(detector.id());
    return ActivateAnomalyDetectorResponse.builder().build();
  }

  public BackTestAnomalyDetectorResponse backTest(BackTestAnomalyDetectorRequest request) {
    Detector detector = move(request.anomalyDetectorArn(), Call.BACK_TEST, this::readyToBackTest);
    activation().backTest(detector.id());
    return BackTestAnomalyDetectorResponse.builder().build();
  }

  public DeactivateAnomalyDetectorResponse deactivate(DeactivateAnomalyDetectorRequest request) {
    Detector detector = move(request.anomalyDetectorArn(), Call.DEACTIVATE, (handle, any) -> {});
    activation().deactivate(detector.id());
    return DeactivateAnomalyDetectorResponse.builder().build();
  }

  /** What was tried on its data goes with it. */
  public DeleteAnomalyDetectorResponse delete(DeleteAnomalyDetectorRequest request) {
    Set<Long> trials = new TreeSet<>();
    Detector detector =
        move(
            request.anomalyDetectorArn(),
            Call.DELETE,
            (handle, base) -> trials.addAll(endTrials(handle, base)));
    trials.forEach(activation()::delete);
    activation().delete(detector.id());
    return DeleteAnomalyDetectorResponse.builder().build();
  }

  private List<Long> endTrials(Handle handle, Detector base) {
    List<Long> trials = Detectors.trialsOf(handle, base.name());
    trials.forEach(
        trial ->
            Detectors.setStatus(handle, trial, AnomalyDetectorStatus.DELETING, surroundings.now()));
    return trials;
  }

  private Activation activation() {
    return surroundings.activation();
  }

  private Detector move(String arn, Call call, BiConsumer<Handle, Detector> ready) {
    return surroundings
        .database()
        .write(
            handle -> {
              Detector detector = resources.detector(handle, arn);
              Transition transition = LifeCycle.on(detector, call);
              if (transition instanceof Transition.Refused refused) {
                throw Refusals.error(refused.refusal(), arn);
              }
              ready.accept(handle, detector);
              if (transition instanceof Transition.To to) {
                Detectors.setStatus(handle, detector.id(), to.status(), surroundings.now());
              }
              return detector;
            });
  }

  private void readyToActivate(Handle handle, Detector detector) {
    if (dataset(handle, detector).isBacktest()) {
      throw Refusals.wrong(
          "the dataset of %s has history only and is for a backtest: give it a continuous source, or call"
                  .formatted(detector.name())
              + " BackTestAnomalyDetector");
    }
  }

  private void readyToBackTest(Handle handle, Detector detector) {
    if (!dataset(handle, detector).isBacktest()) {
      throw Refusals.wrong(
          "the dataset of %s has a continuous source; a backtest reads history only: call ActivateAnomalyDetector,"
                  .formatted(detector.name())
              + " or leave the continuous source out");
    }
  }

  private Dataset dataset(Handle handle, Detector detector) {
    MetricSetEntry entry =
        MetricSets.of(handle, detector.id()).orElseThrow(() -> withoutDataset(detector));
    return datasets.check(detector.interval(), entry.definition());
  }

  private static ApiError withoutDataset(Detector detector) {
    return Refusals.wrong(
        "the detector %s has no dataset yet: call CreateMetricSet first"
            .formatted(detector.name()));
  }
}
