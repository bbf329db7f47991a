package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.encode.Damage;
import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.fault.Fault;
import dev.tidewatch.generator.fault.FaultPlan;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.generator.timeline.EpochNanos;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;

/** One pass through a window. All times are epoch nanoseconds. */
final class WindowRun {
  private final Ticks ticks;
  private final RecordConsumer consumer;
  private final Iterable<TimeSeries> series;
  private final int seriesCount;
  private final RecordMaker maker;
  private final FaultPlan faults;
  private final OpenInterval interval;
  private final RecordBuffer buffer = new RecordBuffer();
  private final RecordBuffer heldBuffer = new RecordBuffer();
  private final HeldRecords held;
  private final long from;
  private final long until;
  private final boolean continued;
  private final long lateness;
  private final long intervalLength;
  private boolean missing;

  private long made;
  private long sent;
  private long late;
  private long duplicates;
  private long outOfOrder;
  private long malformed;
  private long missed;
  private long missingIntervals;

  WindowRun(RecordStream stream, Leg leg, RecordConsumer consumer, HeldRecords held) {
    this.held = held;
    ticks = leg.ticks();
    Window window = leg.window();
    this.consumer = consumer;
    series = stream.catalog().series();
    seriesCount = stream.catalog().size();
    maker = new RecordMaker(stream, ticks);
    faults = stream.faults();
    interval = new OpenInterval(stream.metricSet().calendar());
    from = EpochNanos.of(window.from());
    until = EpochNanos.of(window.until());
    continued = window.edges() == Window.Edges.CONTINUED;
    lateness = stream.metricSet().lateness().toNanos();
    intervalLength = stream.metricSet().interval().duration().toNanos();
  }

  /** Returns false when the consumer had enough before the window's end. */
  boolean run() {
    long tick = ticks.startOf(continued ? from - longestHold() : from);
    long step = ticks.length().toNanos();
    for (; tick < until; tick += step) {
      if (!sendTick(tick)) {
        return false;
      }
    }
    return true;
  }

  void releaseAll() {
    release(Long.MAX_VALUE);
  }

  StreamTally tally() {
    return new StreamTally(
        made, sent, late, duplicates, outOfOrder, malformed, missed, missingIntervals);
  }

  /** Returns false when the consumer had enough. */
  private boolean sendTick(long tick) {
    maker.moveTo(tick);
    for (TimeSeries one : series) {
      long time = tick + ticks.offset(one.index(), seriesCount);
      if (time >= until) {
        return true;
      }
      if (time >= from) {
        if (!consumer.reach(time)) {
          return false;
        }
        enterInterval(time);
        sendRecord(one, time);
      } else if (continued) {
        enterInterval(time);
        passRecord(one, time);
      }
    }
    return true;
  }

  private void enterInterval(long time) {
    if (interval.moveTo(time)) {
      missing = faults.isMissing(interval.start());
      missingIntervals += missing && time >= from ? 1 : 0;
    }
  }

  private void sendRecord(TimeSeries one, long time) {
    made++;
    if (missing) {
      missed++;
      return;
    }
    maker.make(buffer, one.index(), time);
    switch (faults.of(one.index(), time)) {
      case NONE -> {
        take(one, buffer);
        release(time);
      }
      case LATE -> {
        late++;
        hold(one, time, lateRelease(one, time));
      }
      case OUT_OF_ORDER -> sendOutOfOrder(one, time);
      case DUPLICATE -> {
        duplicates++;
        take(one, buffer);
        take(one, buffer);
        release(time);
      }
      case MALFORMED -> {
        malformed++;
        Damage.damage(buffer, faults.detail(one.index(), time));
        take(one, buffer);
      }
    }
  }

  private void sendOutOfOrder(TimeSeries one, long time) {
    long release = outOfOrderRelease(one, time);
    if (release > time) {
      outOfOrder++;
      hold(one, time, release);
    } else {
      take(one, buffer);
      release(time);
    }
  }

  /** Does with a record from before the window what an earlier window did, but sends nothing. */
  private void passRecord(TimeSeries one, long time) {
    if (missing) {
      return;
    }
    Fault fault = faults.of(one.index(), time);
    long release =
        switch (fault) {
          case LATE -> lateRelease(one, time);
          case OUT_OF_ORDER -> outOfOrderRelease(one, time);
          case NONE, DUPLICATE, MALFORMED -> time;
        };
    if (release > time) {
      maker.make(buffer, one.index(), time);
      hold(one, time, release);
    } else if (fault != Fault.MALFORMED) {
      held.forgetUpTo(time);
    }
  }

  private void hold(TimeSeries one, long time, long release) {
    held.add(new HeldRecord(release, time, one, buffer.toByteArray()));
  }

  /** At least half an interval after the record's interval has closed. */
  private long lateRelease(TimeSeries one, long time) {
    double detail = faults.detail(one.index(), time);
    return interval.end() + lateness + (long) ((0.5 + detail) * intervalLength);
  }

  /** One to three ticks later, but only while the record's interval is open; else its own time. */
  private long outOfOrderRelease(TimeSeries one, long time) {
    long behind = 1 + (long) (3 * faults.detail(one.index(), time));
    long closes = interval.end() + (faults.isMissing(interval.end()) ? 0 : lateness);
    long open = (closes - 1 - time) / ticks.length().toNanos();
    return time + Math.min(behind, Math.max(0, open)) * ticks.length().toNanos();
  }

  private long longestHold() {
    return 3 * intervalLength + lateness + 4 * ticks.length().toNanos();
  }

  /**
   * Sends what is due, right after a record that came in order: only then does a reader know that
   * time has come so far.
   */
  private void release(long time) {
    for (var next = held.pollUpTo(time); next.isPresent(); next = held.pollUpTo(time)) {
      take(next.get().series(), heldBuffer.clear().put(next.get().bytes()));
    }
  }

  private void take(TimeSeries one, RecordBuffer record) {
    sent++;
    consumer.take(one, record);
  }
}
