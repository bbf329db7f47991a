package dev.tidewatch.evaluation.live;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An anomaly the generator hid in the data, from its labels.
 *
 * @param series the names of the series it touches, {@code dimension=value} joined by semicolons
 * @param end no longer part of it
 */
record HiddenAnomaly(
    Instant start, Instant end, String kind, Set<String> measures, Set<String> series) {
  HiddenAnomaly {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    requireNonNull(kind, "kind");
    measures = new TreeSet<>(measures);
    series = new TreeSet<>(series);
  }

  private record Key(Instant start, Instant end, String kind) {}

  /** Those of the files, in the order of time. */
  static List<HiddenAnomaly> read(List<Path> files) {
    Map<Key, HiddenAnomaly> anomalies = new LinkedHashMap<>();
    for (Path file : files) {
      for (String line : lines(file)) {
        List<String> fields = CsvLine.fields(line, CsvDialect.RFC_4180);
        Key key =
            new Key(Instant.parse(fields.get(2)), Instant.parse(fields.get(3)), fields.get(4));
        HiddenAnomaly known =
            anomalies.computeIfAbsent(
                key,
                each ->
                    new HiddenAnomaly(each.start(), each.end(), each.kind(), Set.of(), Set.of()));
        known.series().add(fields.get(0));
        known.measures().add(fields.get(1));
      }
    }
    return anomalies.values().stream().sorted(Comparator.comparing(HiddenAnomaly::start)).toList();
  }

  private static List<String> lines(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      return lines.subList(Math.min(1, lines.size()), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read labels of " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether it lies wholly in [from, to). */
  boolean isWithin(Instant from, Instant to) {
    return !start.isBefore(from) && !end.isAfter(to);
  }

  /** The dimension values that all its series have in common: what a detector should name. */
  Set<String> where() {
    Set<String> common = new TreeSet<>();
    for (String each : series) {
      Set<String> values = Set.of(each.split(";"));
      if (common.isEmpty()) {
        common.addAll(values);
      }
      common.retainAll(values);
    }
    return common;
  }
}
