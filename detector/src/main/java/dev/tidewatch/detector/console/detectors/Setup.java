package dev.tidewatch.detector.console.detectors;

import java.util.List;

/**
 * The four steps from nothing to alerts, as the original console showed them (contract section 10).
 *
 * @param open whether somebody has still to do one that is needed
 */
public record Setup(List<Step> steps, boolean open) {
  /**
   * One of them.
   *
   * @param state such as {@code 1 added}
   * @param done whether nothing is left to do
   * @param command what does it from a terminal; empty where a page does, or nothing is to be done
   */
  public record Step(String title, String text, String state, boolean done, String command) {}

  static Setup of(DetectorView detector, String dataset, int alerts) {
    boolean hasDataset = !dataset.isEmpty();
    boolean activated = detector.progress().isPresent();
    return new Setup(
        List.of(
            new Step("Create a detector", "It has a name and an interval.", "Created", true, ""),
            new Step(
                "Add a dataset",
                "Measures, dimensions and where the data are.",
                hasDataset ? "1 added" : "none yet",
                hasDataset,
                hasDataset ? "" : "bin/detector-setup apply -f FILE.yaml"),
            new Step(
                detector.mode() == Mode.BACKTEST ? "Run the backtest" : "Activate the detector",
                detector.mode() == Mode.BACKTEST
                    ? "It learns from the oldest 70 % of the history and scores the newest 30 %."
                    : "It learns from the history there is, then runs with the clock.",
                detector.status().word(),
                activated,
                ""),
            new Step(
                "Add alerts (optional)",
                "Who is told of what, by SNS or Lambda.",
                alerts == 0 ? "none yet" : alerts + " added",
                alerts > 0,
                "")),
        !hasDataset || !activated);
  }
}
