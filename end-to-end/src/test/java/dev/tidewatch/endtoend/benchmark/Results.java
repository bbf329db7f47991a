package dev.tidewatch.endtoend.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Medians of the runs of each job, as a table. */
final class Results {
  private final Map<Job, List<Measurement>> many = new EnumMap<>(Job.class);
  private final Map<Job, List<Measurement>> few = new EnumMap<>(Job.class);

  /** Takes a run over many records in few batches. */
  void addMany(Job job, Measurement measurement) {
    many.computeIfAbsent(job, j -> new ArrayList<>()).add(measurement);
  }

  /** Takes a run over few records in many batches. */
  void addFew(Job job, Measurement measurement) {
    few.computeIfAbsent(job, j -> new ArrayList<>()).add(measurement);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-34s%s%s%n"
            .formatted("", heads(), many.size() == 2 ? "%14s".formatted("usual/ours") : ""));
    line(table, "CPU, us a record", many, Measurement::cpuMicrosPerRecord);
    line(table, "records a second", many, Measurement::recordsPerSecond);
    line(table, "  in batches", many, Measurement::batches);
    line(table, "CPU, ms a batch of few records", few, Measurement::cpuMillisPerBatch);
    line(table, "  in batches", few, Measurement::batches);
    return table.toString();
  }

  private String heads() {
    StringBuilder heads = new StringBuilder();
    many.keySet().forEach(job -> heads.append("%12s".formatted(job)));
    return heads.toString();
  }

  private static void line(
      StringBuilder table,
      String what,
      Map<Job, List<Measurement>> measurements,
      ToDoubleFunction<Measurement> figure) {
    table.append("%-34s".formatted(what));
    List<Double> medians =
        measurements.values().stream().map(runs -> median(runs, figure)).toList();
    medians.forEach(median -> table.append("%12s".formatted(text(median))));
    if (medians.size() == 2) {
      table.append("%14s".formatted(text(medians.get(1) / medians.get(0))));
    }
    table.append('\n');
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%,.0f", number);
  }

  private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
