package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every request that passes to the services that share it: kept, so that it can be read what a
 * program asked for, and judged, so that it can be tried what a program does when it is refused.
 * Safe for many threads.
 */
public final class Calls {
  /** What is kept; beyond it the oldest go. */
  private static final int MOST = 10_000;

  private final Deque<Call> received = new ArrayDeque<>();
  private volatile Judge judge = Judge.lenient();

  /** The newest calls, oldest first, refused ones included. */
  public synchronized List<Call> received() {
    return List.copyOf(received);
  }

  /** Forgets what was received, and serves everything again. */
  public synchronized void clear() {
    received.clear();
    judge = Judge.lenient();
  }

  /** From now on this judge decides, and no earlier one. */
  public void judgedBy(Judge other) {
    judge = requireNonNull(other, "other");
  }

  /** For services: notes the call and tells its fate. */
  public Fate receive(Call call) {
    note(call);
    return judge.fate(call);
  }

  /** For services that have faults of their own: notes the call. */
  public synchronized void note(Call call) {
    received.addLast(call);
    if (received.size() > MOST) {
      received.removeFirst();
    }
  }

  /**
   * For services: notes the call and does what is asked, unless it meets another fate.
   *
   * @throws AwsException when it is refused
   */
  public Reply serve(Call call, Supplier<Reply> work) {
    return switch (receive(call)) {
      case SERVED -> work.get();
      case THROTTLED -> throw new AwsException(400, "Throttling", "Rate exceeded");
      case DENIED ->
          throw new AwsException(
              403, "AccessDenied", "not authorized to perform: " + call.permission());
      case FAILED -> throw new AwsException(500, "InternalFailure", "failed, as was wished");
      case ANSWER_LOST -> {
        Reply unused = work.get();
        throw new AnswerLost(call);
      }
    };
  }
}
