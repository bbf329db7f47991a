package dev.tidewatch.detector.console.alerts;

import java.util.List;

/**
 * The form of a new alert.
 *
 * @param detectors to choose from; the form's own is empty until one is chosen
 * @param measures of the chosen one
 * @param dimensions of the chosen one
 */
public record NewAlert(
    List<String> detectors, List<String> measures, List<Dimension> dimensions, AlertForm form) {
  public NewAlert {
    detectors = List.copyOf(detectors);
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
  }

  /** A dimension with some of the values it was seen with. */
  public record Dimension(String name, List<String> known) {}

  public boolean isChosen() {
    return !form.value("detector").isEmpty();
  }
}
