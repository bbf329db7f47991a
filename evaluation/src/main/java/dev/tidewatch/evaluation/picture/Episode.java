package dev.tidewatch.evaluation.picture;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.label.RowRange;
import dev.tidewatch.scoring.series.PointScore;
import java.util.Locale;

/**
 * Rows worth a look: a labelled event, or alerts that belong together.
 *
 * @param kind what it is
 * @param rows from where to where
 * @param peak the row with the highest severity among them
 * @param delay how many rows after the start of a labelled event its first alert came, else 0
 */
record Episode(Kind kind, RowRange rows, int peak, int delay) {
  /** How alerts and labels meet. */
  enum Kind {
    FOUND("found"),
    MISSED("missed"),
    FALSE_ALERT("false alert"),
    BESIDE("alert beside an event, not counted"),
    ALERT("alert");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** For style sheets: missed, false-alert. */
    String styleName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Episode {
    requireNonNull(kind, "kind");
    requireNonNull(rows, "rows");
  }

  static Episode of(Kind kind, RowRange rows, int delay, ScoredSeries scored) {
    int peak = rows.first();
    for (int row = rows.first(); row <= rows.last(); row++) {
      if (severity(scored.score(row)) > severity(scored.score(peak))) {
        peak = row;
      }
    }
    return new Episode(kind, rows, peak, delay);
  }

  private static double severity(PointScore point) {
    return point.severity();
  }
}
