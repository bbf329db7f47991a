package dev.tidewatch.detector.console.anomaly;

import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.events.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say of an anomaly.
 *
 * @param detected when it was told, and how long after its first interval
 * @param shownFirst how much of a chart is shown before somebody asks for more
 * @param chart of what explains it; none where no series holds just that
 * @param points around its beginning, for who sees no chart
 */
public record AnomalyPage(
    String id,
    String detector,
    String measure,
    String headline,
    Severity severity,
    Severity engineSeverity,
    String where,
    Instant from,
    Instant to,
    boolean open,
    String lasting,
    Instant detected,
    String delay,
    Observed observed,
    String why,
    Duration shownFirst,
    Optional<ChartLink> chart,
    List<PointRow> points,
    List<DimensionShares> shares,
    List<SeriesCard> cards,
    PageLinks cardPages,
    int perPage,
    int watched,
    List<Related> causes,
    List<Related> effects,
    List<Said> said,
    List<Told> told,
    List<MuteChoice> mutes,
    List<NearEvent> events) {
  /** A value and the band it was expected in, in words. */
  public record Observed(
      String value, String lower, String upper, String expected, String percent) {}

  /** An interval around the anomaly. */
  public record PointRow(Instant interval, String value, String band, Severity severity) {}

  /** How an anomaly spreads over the values of a dimension. */
  public record DimensionShares(String dimension, List<ValueShare> values) {}

  /**
   * @param left where its bar begins, percent
   * @param url the anomalies of this value
   */
  public record ValueShare(String value, int percent, int left, String url) {}

  /**
   * A series that is anomalous in it.
   *
   * @param answer what was said of it; empty: nothing
   */
  public record SeriesCard(
      long number,
      String title,
      Severity severity,
      Observed observed,
      String trouble,
      Instant worst,
      ChartLink chart,
      String answer,
      boolean relevant) {}

  /**
   * Another measure before or after it.
   *
   * @param url its own anomaly; empty where it has none
   */
  public record Related(String measure, int percent, String when, String url, Severity severity) {}

  /** What somebody said. */
  public record Said(
      String word, String cause, String note, String giver, Instant given, int series) {}

  /**
   * An alert about it.
   *
   * @param event its number
   * @param repeatable whether it can be sent again
   */
  public record Told(
      long event,
      String alert,
      String reason,
      String state,
      Instant when,
      String detail,
      boolean repeatable) {}

  /**
   * What was noted around it.
   *
   * @param nearness how long before it, in words
   */
  public record NearEvent(Instant start, Instant end, Kind kind, String title, String nearness) {}

  /** Whether somebody noted that it was a holiday. */
  public boolean isOnHoliday() {
    return events.stream().anyMatch(event -> event.kind() == Kind.HOLIDAY);
  }

  /** What could be muted. */
  public record MuteChoice(String label, List<String> dimensions) {}
}
