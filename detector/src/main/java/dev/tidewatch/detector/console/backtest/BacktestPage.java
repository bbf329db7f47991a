package dev.tidewatch.detector.console.backtest;

import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.detector.trial.TrialState;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/**
 * All trials, and the form for another one.
 *
 * @param bases detectors whose dataset can be tried
 * @param draft the settings of the one that was chosen
 */
public record BacktestPage(
    List<TrialState> trials, List<String> bases, Optional<TrialDraft> draft) {
  /** What the chosen dataset measures. */
  public List<String> measures() {
    return draft
        .map(each -> each.definition().metricList().stream().map(Metric::metricName).toList())
        .orElse(List.of());
  }

  public List<String> dimensions() {
    return draft.map(each -> each.definition().dimensionList()).orElse(List.of());
  }

  /** The trials that have something to compare. */
  public List<TrialState> done() {
    return trials.stream().filter(each -> each.phase() == TrialState.Phase.DONE).toList();
  }
}
