package dev.tidewatch.detector.console.dataset;

import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds series by their values, and tells what is known of each. */
public final class SeriesSearch {
  private static final int MOST = 20;
  private static final int LOOKED = 288;

  private final Handle handle;
  private final long detector;
  private final Dataset dataset;

  SeriesSearch(Handle handle, long detector, Dataset dataset) {
    this.handle = handle;
    this.detector = detector;
    this.dataset = dataset;
  }

  /**
   * What was found.
   *
   * @param total how many series fit; {@code rows} are of the first of them
   */
  public record Found(List<SeriesRow> rows, int total) {
    public Found {
      rows = List.copyOf(rows);
    }

    static Found nothing() {
      return new Found(List.of(), 0);
    }
  }

  /**
   * Series with all of some words in their values.
   *
   * @param text words between blanks
   * @param newest the start of the newest interval that ran
   */
  Found find(String text, Instant newest) {
    List<Long> numbers = numbers(List.of(text.toLowerCase(Locale.ROOT).split("\\s+")));
    List<SeriesRow> rows = new ArrayList<>();
    for (long number : numbers.subList(0, Math.min(MOST, numbers.size()))) {
      Scope scope = SeriesNumbers.scope(handle, detector, number);
      for (DatasetMeasure measure : dataset.measures()) {
        rows.add(row(number, scope, measure.name(), newest));
      }
    }
    return new Found(rows, numbers.size());
  }

  private List<Long> numbers(List<String> words) {
    StringBuilder sql = new StringBuilder("SELECT number FROM series s WHERE detector = :detector");
    for (int i = 0; i < words.size(); i++) {
      sql.append(
          " AND EXISTS (SELECT 1 FROM json_each(s.scope) v WHERE instr(lower(v.value), :word%d) > 0)"
              .formatted(i));
    }
    var query = handle.createQuery(sql + " ORDER BY number").bind("detector", detector);
    for (int i = 0; i < words.size(); i++) {
      query.bind("word" + i, words.get(i));
    }
    return query.mapTo(Long.class).list();
  }

  private SeriesRow row(long number, Scope scope, String measure, Instant newest) {
    Duration interval = dataset.length().duration();
    Instant from = newest.minus(interval.multipliedBy(LOOKED - 1));
    List<Point> points =
        Points.of(handle, detector, measure, number, from, newest.plus(interval)).stream()
            .filter(point -> Double.isFinite(point.value()))
            .toList();
    if (points.isEmpty()) {
      return new SeriesRow(number, scope, measure, Optional.empty(), 0, LOOKED, LOOKED);
    }
    Point last = points.get(points.size() - 1);
    return new SeriesRow(
        number,
        scope,
        measure,
        Optional.of(last),
        points.size(),
        LOOKED,
        Duration.between(last.interval(), newest).dividedBy(interval));
  }
}
