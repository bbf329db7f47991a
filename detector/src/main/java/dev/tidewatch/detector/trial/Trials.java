package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.ActivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.BackTestAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/**
 * Trials of settings: each is a backtest detector, made by the calls that users have, so their
 * rules and quotas hold, and tagged {@value #TAG}.
 */
public final class Trials {
  /** The tag of the detectors; its value is the base. */
  public static final String TAG = "tidewatch:trial";

  private static final int LONGEST_NAME = 63;
  private static final int ROOM_FOR_NUMBER = 12;

  private final Database database;
  private final ResourceNames names;
  private final InnerCalls calls;

  public Trials(Database database, ResourceNames names, InnerCalls calls) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.calls = requireNonNull(calls, "calls");
  }

  /** The settings of a detector, to be changed and tried; none when it has no dataset. */
  public Optional<TrialDraft> draft(String base) {
    return database.read(
        handle ->
            Detectors.find(handle, base)
                .flatMap(detector -> MetricSets.of(handle, detector.id()))
                .map(TrialDraft::of));
  }

  /**
   * Begins a trial.
   *
   * @return its name
   * @throws ApiError what the calls refuse with; nothing is left of it then
   */
  public String start(TrialDraft draft, Caller caller) {
    Labels.parse(draft.labels());
    MetricSource history = TrialSource.history(source(draft));
    String name = freeName(draft);
    create(name, draft, "A trial of settings", Map.of(TAG, wanted(draft)), caller);
    return orElseDelete(
        name,
        caller,
        () -> {
          database.change(
              handle ->
                  TrialBook.insert(handle, Detectors.find(handle, name).orElseThrow().id(), draft));
          addDataset(name, draft, history, caller);
          call(
              BackTestAnomalyDetectorRequest.builder().anomalyDetectorArn(arn(name)).build(),
              caller);
        });
  }

  /**
   * Makes a live detector of a trial's settings and activates it.
   *
   * @return its name
   * @throws ApiError when there is no such trial, its data do not go on, or the calls refuse;
   *     nothing is left of it then
   */
  public String promote(String trial, String name, Caller caller) {
    TrialDraft draft = find(trial).draft();
    MetricSource live = TrialSource.live(source(draft), draft.sourceInterval(), draft.interval());
    create(name, draft, "The settings of " + trial, Map.of(), caller);
    return orElseDelete(
        name,
        caller,
        () -> {
          addDataset(name, draft, live, caller);
          call(
              ActivateAnomalyDetectorRequest.builder().anomalyDetectorArn(arn(name)).build(),
              caller);
        });
  }

  /** Deletes a trial, with all it found. */
  public void delete(String trial, Caller caller) {
    deleteDetector(find(trial).name(), caller);
  }

  private TrialBook.Entry find(String trial) {
    return database
        .read(handle -> TrialBook.find(handle, trial))
        .orElseThrow(() -> ApiError.notFound("trial", trial));
  }

  private static MetricSource source(TrialDraft draft) {
    MetricSource source = draft.definition().metricSource();
    return source == null ? MetricSource.builder().build() : source;
  }

  private static String wanted(TrialDraft draft) {
    return draft.base().isEmpty() ? "dataset" : draft.base();
  }

  private String freeName(TrialDraft draft) {
    String wanted = wanted(draft);
    String base = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME - ROOM_FOR_NUMBER));
    return database.read(
        handle -> {
          int number = 1;
          while (Detectors.find(handle, base + "-trial-" + number).isPresent()) {
            number++;
          }
          return base + "-trial-" + number;
        });
  }

  private void create(
      String name, TrialDraft draft, String description, Map<String, String> tags, Caller caller) {
    CreateAnomalyDetectorRequest.Builder request =
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName(name)
            .anomalyDetectorDescription(description)
            .anomalyDetectorConfig(
                config -> config.anomalyDetectorFrequency(draft.interval().name()));
    if (!tags.isEmpty()) {
      request.tags(tags);
    }
    call(request.build(), caller);
  }

  private void addDataset(String name, TrialDraft draft, MetricSource source, Caller caller) {
    CreateMetricSetRequest request =
        draft.definition().toBuilder()
            .anomalyDetectorArn(arn(name))
            .metricSetName(name)
            .metricSetFrequency(draft.interval().name())
            .metricSource(source)
            .build();
    call(request, caller);
  }

  /** Takes a half-made detector away again when the rest of it is refused. */
  private String orElseDelete(String name, Caller caller, Runnable rest) {
    try {
      rest.run();
      return name;
    } catch (RuntimeException refused) {
      try {
        deleteDetector(name, caller);
      } catch (ApiError late) {
        refused.addSuppressed(late);
      }
      throw refused;
    }
  }

  private void deleteDetector(String name, Caller caller) {
    call(DeleteAnomalyDetectorRequest.builder().anomalyDetectorArn(arn(name)).build(), caller);
  }

  private String arn(String name) {
    return names.detector(name);
  }

  private void call(LookoutMetricsRequest request, Caller caller) {
    calls.answer(request, caller);
  }
}
