package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.intake.Completeness;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The data of a shop that sells in seven countries on three platforms: the same interval is the
 * same rows whenever it is read. Revenue may fall in one country, intervals may be missing or
 * wrong.
 */
final class Shop implements DataAccess, IntervalSource, History {
  static final List<String> PLATFORMS = List.of("mobile_app", "mobile_web", "pc_web");
  static final List<String> MARKETPLACES = List.of("de", "es", "fr", "it", "jp", "uk", "us");
  static final ZoneId ZONE = ZoneOffset.UTC;

  final Map<Instant, Double> revenueInUk = new HashMap<>();
  final Set<Instant> missing = new HashSet<>();
  final Set<Instant> empty = new HashSet<>();
  final Set<Instant> complete = new HashSet<>();
  final Map<Instant, Integer> reads = new HashMap<>();
  int historyIntervals = 1_000;
  int outages;
  Optional<String> unread = Optional.empty();

  /** More marketplaces, of few sales. */
  int crowd;

  static Dataset dataset(IntervalLength length, Duration offset) {
    return new Dataset(
        "shop",
        length,
        ZONE,
        "time",
        TimestampFormat.of("UNIX"),
        List.of(
            DatasetMeasure.column("views", Aggregation.SUM),
            DatasetMeasure.column("revenue", Aggregation.SUM)),
        List.of("platform", "marketplace"),
        List.of(),
        offset,
        new DataLocation.CloudWatch(false));
  }

  @Override
  public IntervalSource intervals(Dataset dataset) {
    return this;
  }

  @Override
  public History history(Dataset dataset) {
    return this;
  }

  @Override
  public Reading read(Interval interval) {
    if (outages > 0) {
      outages--;
      throw new SourceUnavailable("the shop is closed", new IllegalStateException());
    }
    reads.merge(interval.start(), 1, Integer::sum);
    if (missing.contains(interval.start())) {
      return new Reading.NoData("there is nothing for " + interval.start());
    }
    if (empty.contains(interval.start())) {
      return new Reading.EmptyByRight();
    }
    return new Reading.Rows(rows(interval), Quality.NONE);
  }

  @Override
  public Completeness completeness(Interval interval) {
    return complete.contains(interval.start())
        ? new Completeness.EmptyByRight()
        : new Completeness.Unknown(!complete.isEmpty());
  }

  @Override
  public Past read(Instant now, Progress progress) {
    IntervalCalendar calendar = new IntervalCalendar(IntervalLength.PT5M, ZONE);
    Instant end = calendar.intervalOf(now).start();
    Duration length = IntervalLength.PT5M.duration();
    Instant first = end.minus(length.multipliedBy(historyIntervals));
    return new Past(
        new Intervals() {
          @Override
          public int size() {
            return historyIntervals;
          }

          @Override
          public Interval interval(int position) {
            return calendar.intervalOf(first.plus(length.multipliedBy(position)));
          }

          @Override
          public IntervalRows rows(int position) {
            return Shop.this.rows(interval(position));
          }

          @Override
          public java.util.Iterator<IntervalRows> iterator() {
            return java.util.stream.IntStream.range(0, size()).mapToObj(this::rows).iterator();
          }
        },
        Quality.NONE,
        unread);
  }

  IntervalRows rows(Interval interval) {
    IntervalRows.Builder rows = IntervalRows.at(interval.start(), 2, 2);
    long seconds = interval.start().getEpochSecond();
    Random noise = new Random(seconds);
    double day = 2 * Math.PI * Math.floorMod(seconds, 86_400) / 86_400.0;
    for (int p = 0; p < PLATFORMS.size(); p++) {
      for (int m = 0; m < MARKETPLACES.size(); m++) {
        double views =
            Math.rint(
                (200 + 100 * m + 50 * p)
                    * (1.5 + Math.sin(day))
                    * (1 + .05 * noise.nextGaussian()));
        double factor =
            MARKETPLACES.get(m).equals("uk") ? revenueInUk.getOrDefault(interval.start(), 1.0) : 1;
        double revenue = Math.rint(views * 30 * factor * (1 + .01 * noise.nextGaussian())) / 100;
        rows.add(List.of(PLATFORMS.get(p), MARKETPLACES.get(m)), views, revenue);
      }
    }
    for (int m = 0; m < crowd; m++) {
      rows.add(List.of("pc_web", "m" + m), 1, 1);
    }
    return rows.build();
  }
}
