package dev.tidewatch.evaluation.cube;

import dev.tidewatch.evaluation.file.CsvTable;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.series.TimestampText;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engine over the AWS e-commerce sample, whole: {@code label.csv.gz} with the columns platform,
 * marketplace, timestamp, views, revenue, views_label, revenue_label. Its labels mark hours of
 * single leaves; consecutive ones are a run. The first fourteen days are history and not counted.
 *
 * <ul>
 *   <li>An alert is a run of hours in which a leaf's own severity is 50 and more.
 *   <li>Recall: the part of labelled runs in which an alert begins or goes on.
 *   <li>Precision: the part of alerts that share an hour with a labelled run of the same leaf and
 *       measure, or begin in the hour after one: the return is part of it.
 *   <li>Named: the part of labelled runs during which an anomaly group of the measure, severity 50
 *       and more, names exactly the leaf's platform and marketplace (contribution 50 and more).
 * </ul>
 */
public final class EcommerceBacktest {
  private static final List<String> DIMENSIONS = List.of("platform", "marketplace");
  private static final List<String> MEASURES = List.of("views", "revenue");
  private static final long HOUR = 3600;
  private static final Duration HISTORY = Duration.ofDays(14);
  private static final double SEVERE = 50;

  private final TreeMap<Long, IntervalRows.Builder> intervals = new TreeMap<>();
  private final Map<Leaf, List<Run>> labelled = new LinkedHashMap<>();
  private final Map<Leaf, List<Run>> alerted = new LinkedHashMap<>();
  private final Map<String, List<Run>> named = new LinkedHashMap<>();

  /** What came out. */
  public record Outcome(int runs, int alerts, double recall, double precision, double named) {
    @Override
    public String toString() {
      return "ecommerce runs=%d alerts=%d recall=%.4f precision=%.4f named=%.4f"
          .formatted(runs, alerts, recall, precision, named);
    }
  }

  private record Leaf(String measure, String values) {}

  private static final class Run {
    private final long first;
    private long last;

    Run(long first) {
      this.first = first;
      this.last = first;
    }

    boolean meets(Run other, long after) {
      return first <= other.last + after && other.first <= last;
    }
  }

  private EcommerceBacktest() {}

  /** Runs the engine over the folder's file. */
  public static Outcome run(Path folder) {
    DataFile file =
        DataFile.in(folder, "label.csv")
            .orElseThrow(
                () -> new MalformedData(folder + " has neither label.csv nor label.csv.gz"));
    EcommerceBacktest backtest = new EcommerceBacktest();
    backtest.read(new CsvTable(file));
    backtest.score();
    return backtest.outcome();
  }

  private void read(CsvTable table) {
    int timestamp = table.column("timestamp");
    int[] dimensions = DIMENSIONS.stream().mapToInt(table::column).toArray();
    int[] measures = MEASURES.stream().mapToInt(table::column).toArray();
    int[] labels = MEASURES.stream().mapToInt(name -> table.column(name + "_label")).toArray();
    table.forEach(
        row -> {
          long start = TimestampText.seconds(row.text(timestamp));
          List<String> values = List.of(row.text(dimensions[0]), row.text(dimensions[1]));
          intervals
              .computeIfAbsent(
                  start, at -> IntervalRows.at(Instant.ofEpochSecond(at), 2, MEASURES.size()))
              .add(values, row.number(measures[0]), row.number(measures[1]));
          for (int i = 0; i < labels.length; i++) {
            if (row.number(labels[i]) > 0) {
              extend(labelled, new Leaf(MEASURES.get(i), String.join("&", values)), start);
            }
          }
        });
  }

  private static <K> void extend(Map<K, List<Run>> all, K key, long start) {
    List<Run> runs = all.computeIfAbsent(key, any -> new ArrayList<>());
    if (runs.isEmpty() || runs.get(runs.size() - 1).last + HOUR < start) {
      runs.add(new Run(start));
    }
    runs.get(runs.size() - 1).last = start;
  }

  private void score() {
    ScoringSettings settings =
        ScoringSettings.of(
            Duration.ofHours(1),
            ZoneOffset.UTC,
            MEASURES.stream().map(name -> MeasureSettings.of(name, Aggregation.SUM)).toList(),
            DIMENSIONS);
    List<IntervalRows> rows = intervals.values().stream().map(IntervalRows.Builder::build).toList();
    new ScoringEngine(settings).warmStart(rows, Runnable::run, this::take);
  }

  private void take(IntervalScores scores) {
    long start = scores.start().getEpochSecond();
    for (int series = 0; series < scores.series(); series++) {
      Map<String, String> values = scores.scope(series).values();
      for (int measure = 0; measure < MEASURES.size(); measure++) {
        boolean leaf = values.size() == DIMENSIONS.size();
        if (leaf && scores.point(measure, series).severity() >= SEVERE) {
          extend(
              alerted, new Leaf(MEASURES.get(measure), String.join("&", values.values())), start);
        }
      }
    }
    for (GroupEvent event : scores.groups()) {
      if (event.kind() != GroupEvent.Kind.CLOSED && event.group().severity() >= SEVERE) {
        extend(named, name(event.group()), start);
      }
    }
  }

  private static String name(AnomalyGroup group) {
    StringBuilder name = new StringBuilder(group.measure());
    group.contributions().stream()
        .filter(each -> each.score() >= SEVERE)
        .forEach(each -> name.append('&').append(each.value()));
    return name.toString();
  }

  private Outcome outcome() {
    long from = intervals.firstKey() + HISTORY.toSeconds();
    int[] runs = new int[3];
    labelled.forEach(
        (leaf, all) ->
            all.stream()
                .filter(run -> run.first >= from)
                .forEach(
                    run -> {
                      runs[0]++;
                      runs[1] += any(alerted.getOrDefault(leaf, List.of()), run, 0) ? 1 : 0;
                      String name = leaf.measure() + "&" + leaf.values();
                      runs[2] += any(named.getOrDefault(name, List.of()), run, 0) ? 1 : 0;
                    }));
    int[] alerts = new int[2];
    alerted.forEach(
        (leaf, all) ->
            all.stream()
                .filter(alert -> alert.first >= from)
                .forEach(
                    alert -> {
                      alerts[0]++;
                      List<Run> own = labelled.getOrDefault(leaf, List.of());
                      alerts[1] += own.stream().anyMatch(run -> alert.meets(run, HOUR)) ? 1 : 0;
                    }));
    return new Outcome(
        runs[0],
        alerts[0],
        part(runs[1], runs[0]),
        part(alerts[1], alerts[0]),
        part(runs[2], runs[0]));
  }

  private static boolean any(List<Run> runs, Run wanted, long after) {
    return runs.stream().anyMatch(run -> run.meets(wanted, after));
  }

  private static double part(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
