package dev.tidewatch.evaluation.picture;

import dev.tidewatch.evaluation.label.RowRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An episode of a series with what lies around it.
 *
 * @param scored the series
 * @param episode the episode
 * @param all all episodes of the series
 */
record Panel(ScoredSeries scored, Episode episode, List<Episode> all) {
  private static final int LEAST_CONTEXT = 60;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  Panel {
    all = List.copyOf(all);
  }

  /** A heading and a drawing. */
  String html(String id) {
    return "<section id=\"%s\"><h3>%s</h3>%n%s</section>%n"
        .formatted(id, Markup.escaped(title()), new Plot(scored, context()).svg(id, title(), all));
  }

  /** A line of the table of episodes, linked to the drawing where there is one. */
  String tableRow(String id, boolean drawn) {
    String kind = Markup.escaped(episode.kind().text());
    String link = drawn ? "<a href=\"#%s\">%s</a>".formatted(id, kind) : kind;
    return "<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%.0f</td><td>%s</td><td>%s</td></tr>%n"
        .formatted(
            episode.kind().styleName(),
            link,
            Markup.escaped(scored.name()),
            time(episode.rows().first()),
            time(episode.rows().last()),
            episode.rows().length(),
            scored.score(episode.peak()).severity(),
            Markup.escaped(trouble()),
            episode.kind() == Episode.Kind.FOUND ? delay(episode.delay()) : "");
  }

  private static String delay(int rows) {
    return switch (rows) {
      case 0 -> "at once";
      case 1 -> "after 1 row";
      default -> "after " + rows + " rows";
    };
  }

  private String title() {
    return "%s: %s, %s to %s, highest severity %.0f"
        .formatted(
            scored.name(),
            episode.kind().text(),
            time(episode.rows().first()),
            time(episode.rows().last()),
            scored.score(episode.peak()).severity());
  }

  private String trouble() {
    var peak = scored.score(episode.peak());
    return peak.severity() > 0
        ? (peak.trouble() + ", " + peak.direction()).toLowerCase(Locale.ROOT)
        : "";
  }

  /** Twice its length on both sides, and enough to see what is usual. */
  private RowRange context() {
    int around = Math.max(LEAST_CONTEXT, 2 * episode.rows().length());
    return new RowRange(
        Math.max(0, episode.rows().first() - around),
        Math.min(scored.size() - 1, episode.rows().last() + around));
  }

  private String time(int row) {
    Instant instant = scored.series().timestamp(row);
    return TIME.format(instant);
  }
}
