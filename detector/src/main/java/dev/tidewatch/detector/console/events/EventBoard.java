package dev.tidewatch.detector.console.events;

import dev.tidewatch.detector.console.view.PageLinks;
import java.util.List;
import java.util.Map;

/**
 * The page of events.
 *
 * @param kind of those shown; empty: any
 * @param detectors the names of all there are
 * @param entered what stands in the form's fields
 * @param wrong what is wrong with it; empty: nothing
 */
public record EventBoard(
    List<Row> rows,
    PageLinks links,
    String kind,
    List<String> detectors,
    Map<String, String> entered,
    String wrong) {
  public EventBoard {
    rows = List.copyOf(rows);
    detectors = List.copyOf(detectors);
    entered = Map.copyOf(entered);
  }

  /**
   * An event.
   *
   * @param start as ISO 8601 has it
   * @param when in words
   * @param detector empty: all
   * @param planned whether it is yet to come
   */
  public record Row(
      long id,
      String start,
      String when,
      String kind,
      String title,
      String detector,
      String where,
      String giver,
      boolean planned) {}

  public String value(String field) {
    return entered.getOrDefault(field, "");
  }
}
