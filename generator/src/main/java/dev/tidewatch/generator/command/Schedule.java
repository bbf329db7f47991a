package dev.tidewatch.generator.command;

import dev.tidewatch.generator.stream.Leg;
import dev.tidewatch.generator.timeline.RunClock;
import dev.tidewatch.generator.timeline.Ticks;
import dev.tidewatch.generator.timeline.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the time options mean together.
 *
 * @param legs what is generated, in order
 * @param clock the clock the run keeps to; empty to go as fast as possible
 * @param total how many records are enough
 */
record Schedule(List<Leg> legs, Optional<RunClock> clock, long total) {
  /** Where a file begins when nobody says: the same bytes whenever it is made. */
  static final Instant DEFAULT_FROM = Instant.parse("2026-01-01T00:00:00Z");

  static final Duration DEFAULT_TICK = Duration.ofMinutes(5);

  Schedule {
    legs = List.copyOf(legs);
  }

  /**
   * @param now when the run is started
   * @param toStream whether records go to a stream, which wants them live unless told otherwise
   * @throws IllegalArgumentException when options contradict each other or something is missing
   */
  static Schedule of(TimeOptions options, int series, boolean toStream, Clock clock, Instant now) {
    refuseContradictions(options);
    long total = options.total == null ? Long.MAX_VALUE : options.total;
    boolean dated = options.from != null || options.backfill != null;
    boolean live = toStream || options.rate != null || options.speed != null;
    if (options.thenLive) {
      return thenLive(options, series, clock, now, total);
    }
    if (!dated && live) {
      double speed = options.speed == null ? 1 : options.speed;
      Leg leg = new Leg(ticks(options, series), Window.whole(now, orForever(options.until)));
      return new Schedule(List.of(leg), Optional.of(new RunClock(clock, now, now, speed)), total);
    }
    Instant from = dated ? begin(options, now) : DEFAULT_FROM;
    Leg leg = new Leg(ticks(options, series), Window.whole(from, end(options, dated, now)));
    return new Schedule(
        List.of(leg),
        Optional.ofNullable(options.speed).map(speed -> new RunClock(clock, now, from, speed)),
        total);
  }

  /** The first instant that is generated. */
  Instant from() {
    return legs.get(0).window().from();
  }

  /** The end of what is generated. */
  Instant until() {
    return legs.get(legs.size() - 1).window().until();
  }

  boolean isEndless() {
    return until().equals(Window.FOREVER);
  }

  private static Schedule thenLive(
      TimeOptions options, int series, Clock clock, Instant now, long total) {
    Instant from = begin(options, now);
    Ticks past = Ticks.every(options.tick == null ? DEFAULT_TICK : options.tick);
    Ticks live = options.rate == null ? past : Ticks.ofRate(options.rate, series);
    return new Schedule(
        List.of(
            new Leg(past, Window.whole(from, now)),
            new Leg(live, Window.whole(now, orForever(options.until)))),
        Optional.of(new RunClock(clock, now, now, 1)),
        total);
  }

  private static Ticks ticks(TimeOptions options, int series) {
    if (options.rate != null) {
      return Ticks.ofRate(options.rate, series);
    }
    return Ticks.every(options.tick == null ? DEFAULT_TICK : options.tick);
  }

  private static Instant begin(TimeOptions options, Instant now) {
    if (options.from != null) {
      return options.from;
    }
    if (options.backfill == null) {
      throw new IllegalArgumentException("--then-live needs a past: add --backfill or --from");
    }
    return now.minus(options.backfill);
  }

  private static Instant end(TimeOptions options, boolean dated, Instant now) {
    if (options.until != null) {
      return options.until;
    }
    if (options.total != null) {
      return Window.FOREVER;
    }
    if (!dated) {
      throw new IllegalArgumentException(
          "say how much: add --total N, --until INSTANT, --backfill 14d, or --rate 50/s to go on"
              + " live");
    }
    return now;
  }

  private static Instant orForever(@Nullable Instant until) {
    return until == null ? Window.FOREVER : until;
  }

  private static void refuseContradictions(TimeOptions options) {
    refuseBoth(options.backfill, "--backfill", options.from, "--from");
    refuseBoth(options.speed, "--speed", options.thenLive ? true : null, "--then-live");
    if (options.backfill != null && !options.thenLive) {
      refuseBoth(options.backfill, "--backfill", options.until, "--until");
    }
    if (!options.thenLive) {
      refuseBoth(options.rate, "--rate", options.tick, "--tick");
    }
    if (options.total != null && options.total < 1) {
      throw new IllegalArgumentException("--total is 1 or more, not " + options.total);
    }
  }

  private static void refuseBoth(
      @Nullable Object one, String oneName, @Nullable Object other, String otherName) {
    if (one != null && other != null) {
      throw new IllegalArgumentException(
          oneName + " and " + otherName + " contradict each other; give one of them");
    }
  }
}
