package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.trial.Accuracy;
import dev.tidewatch.detector.trial.TrialResult;
import dev.tidewatch.detector.trial.TrialState;
import java.util.List;
import java.util.Optional;

/**
 * A trial.
 *
 * @param result once it is done
 */
public record TrialPage(TrialState state, Optional<TrialResult> result, Times times) {
  public TrialPage {
    requireNonNull(state, "state");
    requireNonNull(result, "result");
    requireNonNull(times, "times");
  }

  public List<TrialFact> settings() {
    return TrialFact.settings(state.draft(), times);
  }

  public List<TrialFact> facts() {
    return result.map(each -> TrialFact.results(each, times)).orElse(List.of());
  }

  /** How what it found compares to what people know, in a sentence. */
  public String verdict() {
    return result
        .flatMap(TrialResult::accuracy)
        .map(TrialPage::sentence)
        .orElse(
            "How much of it is right is not known: nobody gave a list of what was anomalous, nor said"
                + " anything of an anomaly in this time.");
  }

  private static String sentence(Accuracy accuracy) {
    return "%d of %d known anomalies found; of what was told, %d right and %d wrong%s."
        .formatted(
            accuracy.foundLabels(),
            accuracy.foundLabels() + accuracy.missedLabels(),
            accuracy.rightGroups(),
            accuracy.wrongGroups(),
            accuracy.unjudgedGroups() == 0
                ? ""
                : ", %d judged by nobody".formatted(accuracy.unjudgedGroups()));
  }
}
