package dev.tidewatch.detector.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Takes messages, but fails in a share of the cases: half of them before it took, half after. */
final class ForgetfulTarget implements Target {
  private final Random random;
  private final double share;
  private final List<String> taken = new ArrayList<>();
  private int attempts;
  private int unanswered;
  private int untilCrash = Integer.MAX_VALUE;

  ForgetfulTarget(long seed, double share) {
    this.random = new Random(seed);
    this.share = share;
  }

  @Override
  public synchronized String deliver(Recipient recipient, Parcel parcel) throws Undeliverable {
    if (untilCrash <= 0) {
      throw new Crash(); // nothing is sent by the dead
    }
    attempts++;
    boolean fails = random.nextDouble() < share;
    if (fails && random.nextBoolean()) {
      throw Undeliverable.forNow("503 before", new IllegalStateException("before"));
    }
    taken.add(parcel.eventId());
    if (--untilCrash == 0) {
      unanswered++;
      throw new Crash();
    }
    if (fails) {
      unanswered++;
      throw Undeliverable.forNow("503 after", new IllegalStateException("after"));
    }
    return "receipt-" + taken.size();
  }

  /** The process dies after so many more messages were taken, before that is written down. */
  synchronized void crashAfter(int messages) {
    untilCrash = messages;
  }

  synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  /** How many it took without the sender learning so: only these may be sent again. */
  synchronized int unanswered() {
    return unanswered;
  }

  synchronized int attempts() {
    return attempts;
  }

  /** The end of a process. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }
}
