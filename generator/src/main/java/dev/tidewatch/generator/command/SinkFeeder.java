package dev.tidewatch.generator.command;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.sink.RecordSink;
import dev.tidewatch.generator.stream.RecordConsumer;
import dev.tidewatch.generator.timeline.EpochNanos;
import dev.tidewatch.generator.timeline.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands a stream's records to a sink when they are due, until there are enough. */
final class SinkFeeder implements RecordConsumer {
  /** Shorter waits are not worth one: the clock would be asked more often than records are sent. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

  private final RecordSink sink;
  private final Optional<RunClock> clock;
  private final StopSignal stop;
  private final Progress progress;
  private long left;
  private long sent;
  private long reached;

  SinkFeeder(RecordSink sink, Schedule schedule, StopSignal stop, Progress progress) {
    this.sink = sink;
    this.clock = schedule.clock();
    this.stop = stop;
    this.progress = progress;
    this.left = schedule.total();
    this.reached = EpochNanos.of(schedule.from());
  }

  @Override
  public boolean reach(long epochNanos) {
    if (left == 0 || stop.isStopped()) {
      return false;
    }
    clock.ifPresent(runClock -> await(runClock, epochNanos));
    if (stop.isStopped()) {
      return false;
    }
    left--;
    reached = epochNanos;
    return true;
  }

  @Override
  public void take(TimeSeries series, RecordBuffer record) {
    sink.send(series, record);
    sent++;
    if ((sent & 0xFF) == 0) {
      progress.sent(sent, reached());
    }
  }

  /** The time of the last record that was made. */
  Instant reached() {
    return EpochNanos.toInstant(reached);
  }

  private void await(RunClock runClock, long epochNanos) {
    Duration wait = runClock.until(epochNanos);
    if (wait.compareTo(SHORTEST_WAIT) > 0) {
      sink.flush();
      progress.sent(sent, reached());
      stop.pause(runClock.until(epochNanos));
    }
  }
}
