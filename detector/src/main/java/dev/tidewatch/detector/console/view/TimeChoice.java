package dev.tidewatch.detector.console.view;

import java.util.List;

/**
 * A time that ends now, as people choose it from a list.
 *
 * @param from as the URL has it, such as {@code -7d}
 */
public record TimeChoice(String from, String label) {
  private static final TimeChoice WEEK = new TimeChoice("-7d", "Last 7 days");
  private static final TimeChoice MONTH = new TimeChoice("-30d", "Last 30 days");
  private static final TimeChoice QUARTER = new TimeChoice("-90d", "Last 90 days");

  /** Where intervals are looked at. */
  public static final List<TimeChoice> DAYS =
      List.of(
          new TimeChoice("-6h", "Last 6 hours"),
          new TimeChoice("-24h", "Last 24 hours"),
          WEEK,
          MONTH,
          QUARTER);

  /** Where a week is the least that tells something. */
  public static final List<TimeChoice> WEEKS =
      List.of(WEEK, MONTH, QUARTER, new TimeChoice("-365d", "Last year"));

  public boolean isChosen(View view) {
    return view.isLive() && view.from().equals(from);
  }
}
