package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.catalog.AlertDraft;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.Trade;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/**
 * Fills a database with a detector that has scored all the history it may have, as a backtest does:
 * the newest 30 % are told, with a group every few hours.
 */
public final class FilledDetector implements DataAccess, Datasets, History, History.Intervals {
  private static final int INTERVALS = 2_500;
  private static final int LEARNT = 1_750;
  private static final int FALL_EVERY = 25;
  private static final int ALERTS = 10;
  private static final IntervalCalendar CALENDAR =
      new IntervalCalendar(IntervalLength.PT5M, ZoneOffset.UTC);

  private final Trade trade;
  private final Instant end = CALENDAR.intervalOf(Instant.now()).start();

  private FilledDetector(Trade trade) {
    this.trade = trade;
  }

  /** Fills the database of a file and answers the detector's ARN. */
  public static String fill(Path file, Trade trade) {
    FilledDetector filled = new FilledDetector(trade);
    ExecutorService executor = Executors.newWorkStealingPool();
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      long id = database.write(handle -> filled.declare(handle));
      WorkPlace place =
          new WorkPlace(
              database,
              filled,
              filled,
              new Told(),
              InstantSource.system(),
              executor,
              new EngineRoom(Room.ofHeap()),
              RunCounter.NONE,
              RunObserver.NONE);
      DetectorLoop loop = new DetectorLoop(place, id, detector -> {});
      Optional<Instant> next = loop.step();
      while (next.isPresent()) {
        next = loop.step();
      }
      Detector detector = database.read(handle -> Detectors.find(handle, id)).orElseThrow();
      if (detector.status() != AnomalyDetectorStatus.BACK_TEST_COMPLETE) {
        throw new IllegalStateException("filling ended with " + detector);
      }
      return new ResourceNames(Account.EXAMPLE).detector(detector.name());
    } finally {
      executor.shutdown();
    }
  }

  private long declare(Handle handle) {
    Instant now = Instant.now();
    long id =
        Detectors.insert(handle, new DetectorDraft("large", null, IntervalLength.PT5M, null), now)
            .id();
    MetricSets.insert(
        handle,
        id,
        CreateMetricSetRequest.builder()
            .metricSetName("trade")
            .dimensionList("store", "item")
            .timezone("UTC")
            .metricList(
                trade.measures().stream()
                    .map(m -> Metric.builder().metricName(m).aggregationFunction("SUM").build())
                    .toList())
            .build(),
        now);
    Action action =
        Action.builder()
            .snsConfiguration(
                s ->
                    s.roleArn(LocalStation.ROLE)
                        .snsTopicArn("arn:aws:sns:us-east-1:123456789012:oncall"))
            .build();
    IntStream.range(0, ALERTS)
        .forEach(
            i ->
                Alerts.insert(
                    handle, id, "large-" + i, new AlertDraft(null, 70, action, null), now));
    Detectors.setStatus(handle, id, AnomalyDetectorStatus.BACK_TEST_ACTIVATING, now);
    return id;
  }

  @Override
  public Dataset of(Handle handle, Detector detector) {
    return new Dataset(
        "trade",
        IntervalLength.PT5M,
        ZoneOffset.UTC,
        "time",
        TimestampFormat.of("UNIX"),
        trade.measures().stream()
            .map(measure -> DatasetMeasure.column(measure, Aggregation.SUM))
            .toList(),
        List.of("store", "item"),
        List.of(),
        Duration.ZERO,
        new DataLocation.CloudWatch(true));
  }

  @Override
  public int mostMetrics(Detector detector) {
    return 100_000;
  }

  @Override
  public IntervalSource intervals(Dataset dataset) {
    throw new UnsupportedOperationException("a backtest has no live intervals");
  }

  @Override
  public History history(Dataset dataset) {
    return this;
  }

  @Override
  public Past read(Instant now, Progress progress) {
    return new Past(this, Quality.NONE, Optional.empty());
  }

  @Override
  public int size() {
    return INTERVALS;
  }

  @Override
  public Interval interval(int position) {
    Duration length = IntervalLength.PT5M.duration();
    return CALENDAR.intervalOf(end.minus(length.multipliedBy(INTERVALS - position)));
  }

  @Override
  public IntervalRows rows(int position) {
    return trade.rows(interval(position).start(), position > LEARNT && position % FALL_EVERY == 0);
  }

  @Override
  public Iterator<IntervalRows> iterator() {
    return IntStream.range(0, size()).mapToObj(this::rows).iterator();
  }
}
