package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.DELETING;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.catalog.Activation;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.ActivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.BackTestAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/**
 * Trials of settings: each is a backtest detector, tagged {@value #TAG}, whose dataset and backtest
 * are asked for by the calls that users have, so that their rules hold. It is not among the
 * detectors that users made: it does not count against their quota, and no listing has it.
 */
public final class Trials {
  /** The tag of the detectors; its value is the base. */
  public static final String TAG = "tidewatch:trial";

  /** How many there may be: each keeps the points of all its series. */
  public static final int MOST = 10;

  private static final int LONGEST_NAME = 63;
  private static final int ROOM_FOR_NUMBER = 12;

  private final Database database;
  private final ResourceNames names;
  private final InnerCalls calls;
  private final Activation activation;
  private final InstantSource clock;

  /**
   * @param activation is told which trials are to end
   */
  public Trials(
      Database database,
      ResourceNames names,
      InnerCalls calls,
      Activation activation,
      InstantSource clock) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.calls = requireNonNull(calls, "calls");
    this.activation = requireNonNull(activation, "activation");
    this.clock = requireNonNull(clock, "clock");
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
    String name = database.write(handle -> insert(handle, draft));
    return orElse(
        () -> end(name),
        name,
        () -> {
          addDataset(name, draft, history, caller);
          call(
              BackTestAnomalyDetectorRequest.builder().anomalyDetectorArn(arn(name)).build(),
              caller);
        });
  }

  private String insert(Handle handle, TrialDraft draft) {
    if (TrialBook.count(handle) >= MOST) {
      throw ApiError.quotaExceeded(
          "there are %d trials, as many as there may be: delete one first".formatted(MOST),
          "trials",
          "Trial",
          wanted(draft));
    }
    String name = freeName(handle, wanted(draft), "-trial-");
    long detector =
        Detectors.insert(
                handle,
                new DetectorDraft(name, "A trial of settings", draft.interval(), null),
                clock.instant())
            .id();
    Tags.put(handle, arn(name), Map.of(TAG, wanted(draft)));
    TrialBook.insert(handle, detector, draft);
    return name;
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
    create(name, trial, draft, caller);
    return orElse(
        () -> deleteDetector(name, caller),
        name,
        () -> {
          addDataset(name, draft, live, caller);
          call(
              ActivateAnomalyDetectorRequest.builder().anomalyDetectorArn(arn(name)).build(),
              caller);
        });
  }

  /** A name for the live detector of a trial that no detector has. */
  public String proposedName(TrialDraft draft) {
    return database.read(handle -> freeName(handle, wanted(draft), "-tuned-"));
  }

  /** Deletes a trial with all it found; one that runs is given up. */
  public void delete(String trial) {
    end(find(trial).name());
  }

  private void end(String trial) {
    Optional<Detector> ending =
        database.write(
            handle -> {
              Optional<Detector> detector = Detectors.find(handle, trial);
              detector.ifPresent(
                  each -> Detectors.setStatus(handle, each.id(), DELETING, clock.instant()));
              return detector;
            });
    ending.map(Detector::id).ifPresent(activation::delete);
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

  private static String freeName(Handle handle, String wanted, String end) {
    String base = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME - ROOM_FOR_NUMBER));
    int number = 1;
    while (Detectors.find(handle, base + end + number).isPresent()) {
      number++;
    }
    return base + end + number;
  }

  private void create(String name, String trial, TrialDraft draft, Caller caller) {
    call(
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName(name)
            .anomalyDetectorDescription("The settings of " + trial)
            .anomalyDetectorConfig(
                config -> config.anomalyDetectorFrequency(draft.interval().name()))
            .build(),
        caller);
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
  private static String orElse(Runnable undo, String name, Runnable rest) {
    try {
      rest.run();
      return name;
    } catch (RuntimeException refused) {
      try {
        undo.run();
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
