package dev.tidewatch.evaluation.calibration;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.series.SeriesSource;
import dev.tidewatch.evaluation.series.TimeSeries;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesScorer;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Recorded series of one set. What nobody labelled counts as healthy: not all of it is, so that
 * more alerts than promised may be right here.
 *
 * @param name what the set is called
 * @param recordings its series
 */
record RecordedSet(String name, List<Recording> recordings) {
  private static final Duration YOUNG = Duration.ofDays(7);
  private static final String QUIET_NAB = "artificialNoAnomaly/";

  RecordedSet {
    requireNonNull(name, "name");
    recordings = List.copyOf(recordings);
  }

  /** The labelled sets of single series in a data folder. */
  static List<RecordedSet> in(Path data) {
    List<RecordedSet> sets = new ArrayList<>();
    for (SeriesSource source : SeriesSource.kpi(data)) {
      Path labels = data.resolve(source.name()).resolve("labels");
      sets.add(
          new RecordedSet(
              source.name(),
              source.files().stream()
                  .map(file -> new Recording(file, DataFile.in(labels, file.name())))
                  .filter(recording -> recording.labels().isPresent())
                  .toList()));
    }
    for (SeriesSource source : SeriesSource.nab(data)) {
      sets.add(
          new RecordedSet(
              "nab/artificialNoAnomaly",
              source.files().stream()
                  .filter(file -> file.name().startsWith(QUIET_NAB))
                  .map(file -> new Recording(file, Optional.empty()))
                  .toList()));
    }
    return sets.stream().filter(set -> !set.recordings().isEmpty()).toList();
  }

  /** One finding for each length of interval. */
  List<Finding> run() {
    Map<Duration, AlertCount> counts = new TreeMap<>();
    for (Recording recording : recordings) {
      TimeSeries series = recording.values();
      AlertCount count = counts.computeIfAbsent(series.interval(), any -> Finding.counter());
      score(series, recording.quiet(series.size()), count);
    }
    List<Finding> findings = new ArrayList<>();
    counts.forEach(
        (interval, count) -> {
          if (count.intervals() > 0) {
            findings.add(Finding.of(name, interval, "1 week", count));
          }
        });
    return findings;
  }

  private static void score(TimeSeries series, boolean[] quiet, AlertCount count) {
    SeriesScorer scorer =
        new SeriesScorer(
            new SeriesSettings(series.interval(), ZoneOffset.UTC, MissingRule.UNKNOWN));
    Instant grown = series.start(0).plus(YOUNG);
    count.begin();
    for (int row = 0; row < series.size(); row++) {
      boolean counts = quiet[row] && !series.start(row).isBefore(grown);
      count.add(scorer.score(series.start(row), series.value(row)).severity(), counts);
    }
  }
}
