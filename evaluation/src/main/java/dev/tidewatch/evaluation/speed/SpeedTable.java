package dev.tidewatch.evaluation.speed;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Prints what trials cost. */
final class SpeedTable {
  private static final String HEAD =
      "                           series   us/point  heap B/series  numbers B/series"
          + "  snapshot B/series  heap of all, MB";

  private final PrintWriter out;
  private Optional<Figures> lastOfForest = Optional.empty();

  SpeedTable(PrintWriter out) {
    this.out = out;
  }

  void head() {
    out.println(HEAD);
  }

  void add(TrialRun run, Optional<Figures> figures) {
    if (figures.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%-24s %,9d   left out: needs %,d MB, more than the machine has free%n",
          run.kind().label(),
          run.size(),
          run.megabytesNeeded());
    } else {
      lastOfForest = run.kind() == TrialKind.FOREST ? figures : lastOfForest;
      row(run.kind().label(), run.size(), figures.get(), "");
    }
    out.flush();
  }

  /** What is not measured because it would not fit: the last figures a series, multiplied. */
  void extrapolateForest(int series) {
    lastOfForest.ifPresent(
        figures -> row(TrialKind.FOREST.label(), series, figures, "  extrapolated, not measured"));
    out.flush();
  }

  private void row(String label, int size, Figures figures, String remark) {
    double series = figures.find(Figure.SERIES).orElse(size);
    double heap = figures.of(Figure.HEAP_BYTES_A_SERIES);
    out.printf(
        Locale.ROOT,
        "%-24s %,9.0f %10.2f %,14.0f %17s %18s %,16.0f%s%n",
        label,
        series,
        figures.of(Figure.MICROS_A_POINT),
        heap,
        text(figures, Figure.STATE_BYTES_A_SERIES),
        text(figures, Figure.SNAPSHOT_BYTES_A_SERIES),
        heap * series / 1e6,
        remark);
  }

  private static String text(Figures figures, Figure figure) {
    OptionalDouble value = figures.find(figure);
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%,.0f", value.getAsDouble());
  }

  /** What only the whole engine does. */
  void addWork(TrialRun run, Figures figures) {
    out.printf(
        Locale.ROOT,
        "%,d leaves, %,.0f series: an interval %,.0f ms; history %,.0f points/s on one core;"
            + " snapshot %,.0f MB in %,.0f ms, read back in %,.0f ms%n",
        run.size(),
        figures.of(Figure.SERIES),
        figures.of(Figure.INTERVAL_MILLIS),
        figures.of(Figure.POINTS_A_SECOND),
        figures.of(Figure.SNAPSHOT_BYTES_A_SERIES) * figures.of(Figure.SERIES) / 1e6,
        figures.of(Figure.SNAPSHOT_MILLIS),
        figures.of(Figure.RESTORE_MILLIS));
    out.flush();
  }

  /** The search for root causes. */
  void addSearch(Figures figures) {
    out.printf(
        Locale.ROOT,
        "root cause over %,.0f leaves of four dimensions: %.1f ms%n",
        figures.of(Figure.SERIES),
        figures.of(Figure.SEARCH_MILLIS));
    out.flush();
  }
}
