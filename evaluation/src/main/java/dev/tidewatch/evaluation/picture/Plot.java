package dev.tidewatch.evaluation.picture;

import dev.tidewatch.evaluation.label.RowRange;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws some rows of a series as SVG: values, expected band, severity, and episodes behind them.
 */
final class Plot {
  private static final int WIDTH = 960;
  private static final int LEFT = 64;
  private static final int TOP = 12;
  private static final int VALUES = 170;
  private static final int SEVERITY_TOP = TOP + VALUES + 10;
  private static final int SEVERITY = 44;
  private static final int HEIGHT = SEVERITY_TOP + SEVERITY + 22;
  private static final int MOST_COLUMNS = WIDTH - LEFT - 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ScoredSeries scored;
  private final RowRange rows;
  private final List<Column> columns = new ArrayList<>();
  private final double low;
  private final double high;

  Plot(ScoredSeries scored, RowRange rows) {
    this.scored = scored;
    this.rows = rows;
    int count = Math.min(rows.length(), MOST_COLUMNS);
    for (int i = 0; i < count; i++) {
      columns.add(new Column());
    }
    for (int row = rows.first(); row <= rows.last(); row++) {
      columns.get(columnOf(row)).add(scored.score(row));
    }
    double lowest = columns.stream().mapToDouble(column -> column.lowest).min().orElse(0);
    double highest = columns.stream().mapToDouble(column -> column.highest).max().orElse(0);
    boolean known = lowest <= highest;
    double margin = known ? Math.max((highest - lowest) * 0.08, Math.abs(highest) * 1e-6) : 1;
    low = (known ? lowest : 0) - Math.max(margin, Double.MIN_NORMAL);
    high = (known ? highest : 0) + Math.max(margin, Double.MIN_NORMAL);
  }

  /**
   * The drawing.
   *
   * @param id a name that no other drawing of the page has
   * @param title what it shows, for those who cannot see it
   */
  String svg(String id, String title, List<Episode> episodes) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title\"><title"
                + " id=\"%s-title\">%s</title><clipPath id=\"%s-clip\"><rect x=\"%d\" y=\"%d\""
                + " width=\"%d\" height=\"%d\"/></clipPath>%n",
            WIDTH, HEIGHT, id, id, Markup.escaped(title), id, LEFT, TOP, WIDTH - LEFT, VALUES));
    episodes.forEach(episode -> svg.append(shade(episode)));
    svg.append(format("<g clip-path=\"url(#%s-clip)\">%n", id));
    svg.append(path("band", band())).append(path("expected", expected()));
    svg.append(path("value", values())).append("</g>\n").append(severities()).append(axes());
    return svg.append("</svg>\n").toString();
  }

  private String shade(Episode episode) {
    if (episode.rows().last() < rows.first() || episode.rows().first() > rows.last()) {
      return "";
    }
    double from = x(columnOf(Math.max(rows.first(), episode.rows().first())));
    double to = x(columnOf(Math.min(rows.last(), episode.rows().last())));
    double step = (double) (WIDTH - LEFT) / columns.size();
    return format(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
        episode.kind().styleName(),
        from - step / 2,
        TOP,
        Math.max(1.5, to - from + step),
        VALUES + 10 + SEVERITY);
  }

  /** There and back again: along the upper ends, then along the lower ones. */
  private String band() {
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from < columns.size()) {
      int to = from;
      while (to < columns.size() && columns.get(to).hasBand()) {
        to++;
      }
      for (int i = from; i < to; i++) {
        path.append(point(i == from, i, columns.get(i).upper));
      }
      for (int i = to - 1; i >= from; i--) {
        path.append(point(false, i, columns.get(i).lower));
      }
      path.append(to > from ? "Z" : "");
      from = Math.max(to, from) + 1;
    }
    return path.toString();
  }

  private String expected() {
    StringBuilder path = new StringBuilder();
    boolean up = true;
    for (int i = 0; i < columns.size(); i++) {
      boolean known = columns.get(i).hasBand();
      path.append(known ? point(up, i, columns.get(i).expected()) : "");
      up = !known;
    }
    return path.toString();
  }

  private String values() {
    StringBuilder path = new StringBuilder();
    boolean up = true;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.hasValue()) {
        path.append(point(up, i, column.lowest));
        path.append(column.highest > column.lowest ? point(false, i, column.highest) : "");
        path.append(up ? "h.01" : ""); // a value alone between two gaps shows as a dot
      }
      up = !column.hasValue();
    }
    return path.toString();
  }

  private String severities() {
    StringBuilder bars = new StringBuilder();
    StringBuilder alerts = new StringBuilder();
    int bottom = SEVERITY_TOP + SEVERITY;
    for (int i = 0; i < columns.size(); i++) {
      double severity = columns.get(i).severity;
      if (severity > 0) {
        (severity >= 50 ? alerts : bars)
            .append(format("M%.1f %dv%.1f", x(i), bottom, -severity / 100 * SEVERITY));
      }
    }
    return path("severity", bars.toString())
        + path("alerts", alerts.toString())
        + format(
            "<path class=\"axis\" d=\"M%d %dH%d\"/>%n", LEFT, SEVERITY_TOP + SEVERITY / 2, WIDTH);
  }

  private String axes() {
    int middle = rows.first() + rows.length() / 2;
    return label(LEFT - 6, TOP + 10, "end", number(high))
        + label(LEFT - 6, TOP + VALUES, "end", number(low))
        + label(LEFT - 6, SEVERITY_TOP + SEVERITY / 2 + 4, "end", "50")
        + label(LEFT, HEIGHT - 6, "start", time(rows.first()))
        + label((LEFT + WIDTH) / 2, HEIGHT - 6, "middle", time(middle))
        + label(WIDTH - 2, HEIGHT - 6, "end", time(rows.last()));
  }

  private String time(int row) {
    return TIME.format(scored.series().timestamp(row));
  }

  private static String label(int x, int y, String anchor, String text) {
    return format(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        x, y, anchor, Markup.escaped(text));
  }

  private static String path(String kind, String data) {
    return data.isEmpty() ? "" : format("<path class=\"%s\" d=\"%s\"/>%n", kind, data);
  }

  private String point(boolean start, int column, double value) {
    double part = (value - low) / (high - low);
    double y = TOP + VALUES * (1 - Math.max(-1, Math.min(2, part)));
    return format("%s%.1f %.1f", start ? "M" : "L", x(column), y);
  }

  private double x(int column) {
    return LEFT + (column + 0.5) * (WIDTH - LEFT) / columns.size();
  }

  private int columnOf(int row) {
    return (int) ((long) (row - rows.first()) * columns.size() / rows.length());
  }

  private static String number(double value) {
    return format("%.4g", value);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
