package dev.tidewatch.generator.anomaly;

import dev.tidewatch.generator.series.CounterRandom;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Anomalies drawn from the seed, day by day: whether one starts on a day is a pure function of
 * seed, day and what it touches. It begins and ends where intervals do, so that no interval is half
 * touched.
 *
 * <p>Seven of ten touch one series, two every series of one dimension value, one every series; each
 * touches one measure, or all of them as often as not. The rate holds for the series: one series
 * sees so many anomalies a day on average, however many series and records there are.
 */
public final class DrawnAnomalies implements AnomalyPlan {
  private static final List<AnomalyKind> KINDS = List.of(AnomalyKind.values());
  private static final double OF_ONE_SERIES = 0.7;
  private static final double OF_ONE_VALUE = 0.2;
  private static final double OF_ALL = 0.1;
  private static final long DAY_SECONDS = 86_400;
  private static final int HIT = 0;
  private static final int KIND = 1;
  private static final int START = 2;
  private static final int LENGTH = 3;
  private static final int STRENGTH = 4;
  private static final int UP_OR_DOWN = 5;
  private static final int MEASURE = 6;

  private final SeriesCatalog catalog;
  private final IntervalCalendar calendar;
  private final double perSeriesAndDay;
  private final CounterRandom random;

  /**
   * @param perSeriesAndDay how many anomalies a series sees a day, on average; 0 to 1
   */
  public DrawnAnomalies(
      SeriesCatalog catalog, IntervalCalendar calendar, double perSeriesAndDay, long seed) {
    if (!(perSeriesAndDay >= 0 && perSeriesAndDay <= 1)) {
      throw new IllegalArgumentException(
          "a series sees 0 to 1 anomalies a day, not " + perSeriesAndDay);
    }
    this.catalog = catalog;
    this.calendar = calendar;
    this.perSeriesAndDay = perSeriesAndDay;
    this.random = CounterRandom.of(seed).split("anomalies");
  }

  @Override
  public List<Anomaly> overlapping(Instant from, Instant until) {
    List<Anomaly> anomalies = new ArrayList<>();
    if (perSeriesAndDay > 0) {
      // An anomaly lasts a day at most, to which rounding to intervals adds up to another.
      long first = day(from) - 2;
      for (long day = first; day <= day(until) + 1; day++) {
        addThoseOf(day, anomalies);
      }
    }
    return anomalies.stream()
        .filter(anomaly -> anomaly.overlaps(from, until))
        .sorted(BY_START)
        .toList();
  }

  private void addThoseOf(long day, List<Anomaly> anomalies) {
    CounterRandom ofDay = random.split(day);
    for (TimeSeries series : catalog.series()) {
      CounterRandom own = ofDay.split(series.name());
      draw(day, own, OF_ONE_SERIES, one -> one.index() == series.index(), anomalies);
    }
    for (int dimension = 0; dimension < catalog.dimensions().size(); dimension++) {
      addThoseOfValues(day, dimension, ofDay, anomalies);
    }
    draw(day, ofDay.split("everything"), OF_ALL, one -> true, anomalies);
  }

  private void addThoseOfValues(
      long day, int dimension, CounterRandom ofDay, List<Anomaly> anomalies) {
    CounterRandom ofDimension = ofDay.split("value of " + catalog.dimensions().get(dimension));
    double share = OF_ONE_VALUE / catalog.dimensions().size();
    List<String> values =
        catalog.series().stream().map(series -> series.values().get(dimension)).distinct().toList();
    for (String value : values) {
      draw(
          day,
          ofDimension.split(value),
          share,
          one -> one.values().get(dimension).equals(value),
          anomalies);
    }
  }

  private void draw(
      long day,
      CounterRandom own,
      double share,
      Predicate<TimeSeries> touched,
      List<Anomaly> anomalies) {
    if (own.unit(HIT) >= perSeriesAndDay * share) {
      return;
    }
    AnomalyKind kind = KINDS.get(own.below(KINDS.size(), KIND));
    Duration length =
        Duration.ofMinutes((long) own.between(kind.minMinutes(), kind.maxMinutes(), LENGTH));
    Instant begin = Instant.ofEpochSecond(day * DAY_SECONDS + own.below((int) DAY_SECONDS, START));
    Instant start = calendar.intervalOf(begin).start();
    Interval last = calendar.intervalOf(start.plus(length).minusNanos(1));
    Scope scope = Scope.of(catalog, touched, measure(own));
    anomalies.add(new Anomaly(kind, start, last.end(), factor(kind, own), scope));
  }

  private int measure(CounterRandom own) {
    int measures = catalog.measures().size();
    int drawn = own.below(2 * measures, MEASURE);
    return drawn < measures ? drawn : Scope.ALL_MEASURES;
  }

  private static double factor(AnomalyKind kind, CounterRandom own) {
    boolean up = own.unit(UP_OR_DOWN) < 0.5;
    return switch (kind) {
      case SPIKE -> own.between(2, 4, STRENGTH);
      case DIP -> own.between(0.1, 0.4, STRENGTH);
      case OUTAGE -> 0;
      case LEVEL_SHIFT -> up ? own.between(1.4, 2, STRENGTH) : own.between(0.4, 0.7, STRENGTH);
      case SLOW_DRIFT -> up ? own.between(1.5, 2.5, STRENGTH) : own.between(0.3, 0.6, STRENGTH);
    };
  }

  private static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
  }
}
