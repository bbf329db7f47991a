package dev.tidewatch.evaluation.speed;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what trials cost. */
final class SpeedTable {
  private static final String HEAD =
      "                           series   us/point  heap B/series  numbers B/series"
          + "  snapshot B/series  heap of all, MB";

  private final PrintWriter out;
  private Map<Figure, Double> lastOfForest = Map.of();

  SpeedTable(PrintWriter out) {
    this.out = out;
  }

  void head() {
    out.println(HEAD);
  }

  void add(TrialRun run, Optional<Map<Figure, Double>> figures) {
    if (figures.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%-24s %,9d   left out: needs %,d MB, more than the machine has free%n",
          run.kind().label(),
          run.size(),
          run.megabytesNeeded());
    } else {
      lastOfForest = run.kind() == TrialKind.FOREST ? figures.get() : lastOfForest;
      row(run.kind().label(), run.size(), figures.get(), "");
    }
    out.flush();
  }

  /** What is not measured because it would not fit: the last figures a series, multiplied. */
  void extrapolateForest(int series) {
    if (!lastOfForest.isEmpty()) {
      row(TrialKind.FOREST.label(), series, lastOfForest, "  extrapolated, not measured");
      out.flush();
    }
  }

  private void row(String label, int size, Map<Figure, Double> figures, String remark) {
    double series = figures.getOrDefault(Figure.SERIES, (double) size);
    double heap = figures.getOrDefault(Figure.HEAP_BYTES_A_SERIES, 0.0);
    out.printf(
        Locale.ROOT,
        "%-24s %,9.0f %10.2f %,14.0f %17s %18s %,16.0f%s%n",
        label,
        series,
        figures.getOrDefault(Figure.MICROS_A_POINT, 0.0),
        heap,
        text(figures, Figure.STATE_BYTES_A_SERIES),
        text(figures, Figure.SNAPSHOT_BYTES_A_SERIES),
        heap * series / 1e6,
        remark);
  }

  private static String text(Map<Figure, Double> figures, Figure figure) {
    Double value = figures.get(figure);
    return value == null ? "-" : String.format(Locale.ROOT, "%,.0f", value);
  }

  /** What only the whole engine does. */
  void addWork(TrialRun run, Map<Figure, Double> figures) {
    out.printf(
        Locale.ROOT,
        "%,d leaves, %,.0f series: an interval %,.0f ms; history %,.0f points/s on one core;"
            + " snapshot %,.0f MB in %,.0f ms, read back in %,.0f ms%n",
        run.size(),
        figures.get(Figure.SERIES),
        figures.get(Figure.INTERVAL_MILLIS),
        figures.get(Figure.POINTS_A_SECOND),
        figures.get(Figure.SNAPSHOT_BYTES_A_SERIES) * figures.get(Figure.SERIES) / 1e6,
        figures.get(Figure.SNAPSHOT_MILLIS),
        figures.get(Figure.RESTORE_MILLIS));
    out.flush();
  }
}
