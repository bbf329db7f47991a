package dev.tidewatch.detector.console.alerts;

import java.util.List;

/**
 * The page of one alert.
 *
 * @param path its own, without the query
 * @param edit what stands in the fields that can be changed
 */
public record AlertView(
    AlertRow alert,
    String path,
    String description,
    String target,
    String role,
    String modified,
    AlertForm edit,
    Preview preview,
    Firing firing,
    HistoryRow.Page history) {

  /**
   * What a message looks like.
   *
   * @param choices real anomalies to make it from, none where there are none yet
   * @param sample whether it is made from one that never was
   * @param fires whether the alert tells of this one
   */
  public record Preview(
      List<Choice> choices, boolean sample, boolean fires, String subject, List<Message> messages) {
    public Preview {
      choices = List.copyOf(choices);
      messages = List.copyOf(messages);
    }
  }

  /** An anomaly to choose. */
  public record Choice(String id, String label, boolean chosen) {}

  /**
   * A message in a format.
   *
   * @param own whether it is the one the alert sends
   * @param characters how long it is as it is sent
   */
  public record Message(String format, boolean own, int characters, String text) {}

  /**
   * How often it would have told in the last thirty days.
   *
   * @param threshold that was asked for
   * @param count with that one
   */
  public record Firing(int threshold, int count, List<Step> steps) {
    public Firing {
      steps = List.copyOf(steps);
    }
  }

  /**
   * @param percent of the longest bar
   * @param now whether it is nearest to the threshold the alert has
   */
  public record Step(int threshold, int count, int percent, boolean now) {}
}
