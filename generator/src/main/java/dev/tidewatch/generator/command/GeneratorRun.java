package dev.tidewatch.generator.command;

import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.anomaly.Labels;
import dev.tidewatch.generator.encode.RecordEncoder;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.sink.RecordSink;
import dev.tidewatch.generator.stream.RecordStream;
import dev.tidewatch.generator.stream.StreamTally;
import dev.tidewatch.metricset.MetricSet;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Generates what the options ask for, from opening the sink to the summary. */
public final class GeneratorRun {
  private final MetricSet metricSet;
  private final DimensionValues values;
  private final long seed;
  private final TimeOptions time;
  private final AnomalyOptions anomalies;
  private final FaultOptions faults;
  private final SinkOptions sinks;
  private final boolean quiet;

  public GeneratorRun(
      MetricSet metricSet,
      DimensionValues values,
      long seed,
      TimeOptions time,
      AnomalyOptions anomalies,
      FaultOptions faults,
      SinkOptions sinks,
      boolean quiet) {
    this.metricSet = metricSet;
    this.values = values;
    this.seed = seed;
    this.time = time;
    this.anomalies = anomalies;
    this.faults = faults;
    this.sinks = sinks;
    this.quiet = quiet;
  }

  /**
   * Runs to the end of what is asked for, or to the signal.
   *
   * @throws IllegalArgumentException when the options cannot be carried out, before anything is
   *     sent
   */
  public void run(Clock clock, StopSignal stop, PrintWriter err) {
    Instant now = clock.instant();
    SeriesCatalog catalog = SeriesCatalog.of(metricSet, values);
    boolean toStream = sinks.kind() == SinkKind.kinesis;
    Schedule schedule = Schedule.of(time, catalog.size(), toStream, clock, now);
    AnomalyPlan plan = anomalies.plan(metricSet, catalog, seed, schedule.from(), now);
    RecordStream stream = new RecordStream(metricSet, catalog, plan, faults.rates(), seed);

    byte[] header = RecordEncoder.header(metricSet.format());
    StreamTally tally;
    SinkFeeder feeder;
    RecordSink sink = sinks.open(metricSet.stream(), header);
    try (sink;
        Progress progress = Terminal.progress(quiet, schedule, err, clock, System.getenv())) {
      feeder = new SinkFeeder(sink, schedule, stop, progress);
      tally =
          stream.send(schedule.legs(), feeder).stream().reduce(StreamTally.ZERO, StreamTally::plus);
    }
    Instant end = feeder.reached().plusNanos(1);
    var touched = plan.overlapping(schedule.from(), end);
    Optional<Labels> labels = anomalies.labels().map(file -> Labels.write(file, catalog, touched));
    if (!quiet) {
      new Summary(
              catalog.size(), tally, sink.delivery(), touched.size(), labels, now, clock.instant())
          .print(err);
    }
  }
}
