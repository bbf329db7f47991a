package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.schedule.LearningProgress;
import dev.tidewatch.detector.schedule.Progress;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.trial.TrialState.Phase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Says which trials there are and how far each is. */
public final class TrialStates {
  private final Database database;
  private final LongFunction<Optional<LearningProgress>> running;
  private final LongFunction<Optional<String>> reading;
  private final InstantSource clock;

  /**
   * @param running how far the work on a detector is, by its number
   * @param reading the same in a sentence, also while history is read
   */
  public TrialStates(
      Database database,
      LongFunction<Optional<LearningProgress>> running,
      LongFunction<Optional<String>> reading,
      InstantSource clock) {
    this.database = requireNonNull(database, "database");
    this.running = requireNonNull(running, "running");
    this.reading = requireNonNull(reading, "reading");
    this.clock = requireNonNull(clock, "clock");
  }

  /** All trials, the newest first. */
  public List<TrialState> all() {
    return database.read(TrialBook::all).stream().flatMap(each -> state(each).stream()).toList();
  }

  /** How far a trial is; none when there is none of this name. */
  public Optional<TrialState> of(String trial) {
    return database.read(handle -> TrialBook.find(handle, trial)).flatMap(this::state);
  }

  private Optional<TrialState> state(TrialBook.Entry trial) {
    return database
        .read(handle -> Detectors.find(handle, trial.detector()))
        .map(detector -> state(trial, detector));
  }

  private TrialState state(TrialBook.Entry trial, Detector detector) {
    return switch (detector.status()) {
      case BACK_TEST_COMPLETE -> done(trial, detector);
      case FAILED -> {
        String reason = detector.failure() == null ? "it failed" : detector.failure().reason();
        yield state(trial, detector, Phase.FAILED, reason);
      }
      case INACTIVE ->
          state(trial, detector, Phase.FAILED, "it was interrupted before it began: try it again");
      case DELETING -> state(trial, detector, Phase.ENDING, "it is being deleted");
      default -> running(trial, detector);
    };
  }

  private TrialState running(TrialBook.Entry trial, Detector detector) {
    return running
        .apply(trial.detector())
        .map(
            progress ->
                new TrialState(
                    trial.name(),
                    trial.draft(),
                    Phase.RUNNING,
                    "%d of %d intervals".formatted(progress.done(), progress.all()),
                    progress.done(),
                    progress.all(),
                    progress.left(clock.instant()),
                    detector.created()))
        .orElseGet(() -> state(trial, detector, Phase.RUNNING, reading(trial)));
  }

  private String reading(TrialBook.Entry trial) {
    return reading.apply(trial.detector()).orElse("reading history");
  }

  private TrialState done(TrialBook.Entry trial, Detector detector) {
    int learnt =
        database
            .read(handle -> Progress.find(handle, trial.detector()))
            .map(Progress::learnt)
            .orElse(0);
    return new TrialState(
        trial.name(),
        trial.draft(),
        Phase.DONE,
        "done",
        learnt,
        learnt,
        Optional.empty(),
        detector.created());
  }

  private static TrialState state(
      TrialBook.Entry trial, Detector detector, Phase phase, String words) {
    return new TrialState(
        trial.name(), trial.draft(), phase, words, 0, 0, Optional.empty(), detector.created());
  }
}
