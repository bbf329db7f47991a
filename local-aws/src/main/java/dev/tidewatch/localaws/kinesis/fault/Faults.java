package dev.tidewatch.localaws.kinesis.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Switches that can be turned while the server runs; at first all are off. Chance is seeded, and
 * each fault draws from a source of its own: the n-th occasion of a fault gives the same answer in
 * every run, whatever the other switches are.
 */
public final class Faults {
  private final Map<Fault, Switch> switches = new EnumMap<>(Fault.class);
  private final SplittableRandom jitterChance;
  private long jitterMillis;
  private int iteratorEpoch;

  public Faults(long seed) {
    var seeds = new SplittableRandom(seed);
    for (Fault fault : Fault.values()) {
      switches.put(fault, new Switch(seeds.split()));
    }
    jitterChance = seeds.split();
  }

  /**
   * From now on a fraction of the occasions goes wrong.
   *
   * @param fraction 0 (never) to 1 (always)
   */
  public synchronized void inject(Fault fault, double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException(fraction + " is no fraction: use 0 to 1");
    }
    of(fault).fraction = fraction;
  }

  /** The next occasions go wrong, all of them, before chance counts again. */
  public synchronized void injectNext(Fault fault, int occasions) {
    if (occasions < 0) {
      throw new IllegalArgumentException(occasions + " occasions cannot go wrong: use 0 or more");
    }
    of(fault).next = occasions;
  }

  /** Arrival times deviate by up to this, both ways, and so may run backwards. */
  public synchronized void jitterArrivals(Duration most) {
    if (most.isNegative()) {
      throw new IllegalArgumentException("arrival times cannot deviate by " + most);
    }
    jitterMillis = most.toMillis();
  }

  /** Every shard iterator handed out until now is expired. */
  public synchronized void expireIterators() {
    iteratorEpoch++;
  }

  /** Turns every switch off. What was counted stays. */
  public synchronized void clear() {
    for (Switch each : switches.values()) {
      each.fraction = 0;
      each.next = 0;
    }
    jitterMillis = 0;
  }

  /** How often the fault was injected since the server started. */
  public synchronized long injected(Fault fault) {
    return of(fault).injected;
  }

  /** How often all faults together were injected since the server started. */
  public synchronized long injected() {
    return switches.values().stream().mapToLong(each -> each.injected).sum();
  }

  /** For the server: whether this occasion goes wrong. Counted when it does. */
  public synchronized boolean strikes(Fault fault) {
    return of(fault).strikes();
  }

  /** For the server: milliseconds to add to the arrival time of one record. */
  public synchronized long arrivalDeviationMillis() {
    return jitterMillis == 0 ? 0 : jitterChance.nextLong(-jitterMillis, jitterMillis + 1);
  }

  /** For the server: iterators of an earlier epoch are expired. */
  public synchronized int iteratorEpoch() {
    return iteratorEpoch;
  }

  private Switch of(Fault fault) {
    return switches.computeIfAbsent(
        fault,
        unknown -> {
          throw new IllegalArgumentException(unknown + " has no switch");
        });
  }

  private static final class Switch {
    private final SplittableRandom chance;
    private double fraction;
    private int next;
    private long injected;

    Switch(SplittableRandom chance) {
      this.chance = chance;
    }

    boolean strikes() {
      boolean strikes = false;
      if (next > 0) {
        next--;
        strikes = true;
      } else if (fraction > 0) {
        strikes = chance.nextDouble() < fraction;
      }
      injected += strikes ? 1 : 0;
      return strikes;
    }
  }
}
