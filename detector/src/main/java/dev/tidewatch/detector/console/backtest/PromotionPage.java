package dev.tidewatch.detector.console.backtest;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Asks whether a trial's settings are to go live.
 *
 * @param name of the detector to be made
 * @param mistake what is wrong with the name; empty: nothing
 * @param refusal what stands against it otherwise; empty: nothing
 */
public record PromotionPage(
    String trial, List<TrialFact> settings, String name, String mistake, String refusal) {
  public PromotionPage {
    requireNonNull(trial, "trial");
    settings = List.copyOf(settings);
    requireNonNull(name, "name");
    requireNonNull(mistake, "mistake");
    requireNonNull(refusal, "refusal");
  }
}
