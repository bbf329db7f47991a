package dev.tidewatch.detector.console.mutes;

import java.util.List;
import java.util.Map;

/**
 * The page of mutes.
 *
 * @param detectors the names of all there are
 * @param entered what stands in the form's fields
 * @param wrong what is wrong with it; empty: nothing
 */
public record MuteBoard(
    List<Row> rows, List<String> detectors, Map<String, String> entered, String wrong) {
  public MuteBoard {
    rows = List.copyOf(rows);
    detectors = List.copyOf(detectors);
    entered = Map.copyOf(entered);
  }

  /**
   * A mute that holds.
   *
   * @param remaining until it ends, in words
   */
  public record Row(
      long id,
      String detector,
      String measure,
      String where,
      String until,
      String ends,
      String remaining,
      String giver) {}

  public String value(String field) {
    return entered.getOrDefault(field, "");
  }
}
