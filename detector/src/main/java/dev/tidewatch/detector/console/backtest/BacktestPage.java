package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.trial.TrialState;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.List;
import java.util.Optional;

/**
 * All trials, and the form for another one.
 *
 * @param most how many trials there may be
 * @param bases detectors whose dataset can be tried
 * @param chosen the one of them whose settings are in the form
 */
public record BacktestPage(
    List<TrialState> trials, int most, List<String> bases, Optional<Chosen> chosen) {
  public BacktestPage {
    trials = List.copyOf(trials);
    bases = List.copyOf(bases);
    requireNonNull(chosen, "chosen");
  }

  /**
   * The form for one dataset.
   *
   * @param base the name of its detector
   */
  public record Chosen(
      String base, List<String> measures, List<Dimension> dimensions, TrialForm form) {
    public Chosen {
      measures = List.copyOf(measures);
      dimensions = List.copyOf(dimensions);
    }
  }

  /**
   * A dimension of the dataset.
   *
   * @param seen some of its values
   */
  public record Dimension(String name, List<String> seen) {}

  public boolean isChosen(String base) {
    return chosen.filter(each -> each.base().equals(base)).isPresent();
  }

  /** The trials that have something to compare. */
  public List<TrialState> done() {
    return trials.stream().filter(each -> each.phase() == TrialState.Phase.DONE).toList();
  }

  public List<IntervalLength> intervals() {
    return List.of(IntervalLength.values());
  }
}
