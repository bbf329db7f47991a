package dev.tidewatch.localaws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One standard queue. Messages come out about in order, each at least once: what is received and
 * not deleted becomes visible again after the visibility timeout.
 */
final class Queue {
  /** How long a waiting consumer sleeps before it looks whether a timeout has passed. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final InstantSource clock;
  private final Instant createdAt;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private QueueSettings settings;
  private Instant changedAt;
  private long sent;

  Queue(QueueSettings settings, InstantSource clock) {
    this.settings = requireNonNull(settings, "settings");
    this.clock = requireNonNull(clock, "clock");
    this.createdAt = clock.instant();
    this.changedAt = createdAt;
  }

  /** How many messages there are, and when the queue was made and changed. */
  record Counts(int visible, int inFlight, int delayed, Instant createdAt, Instant changedAt) {}

  QueueSettings settings() {
    return locked(() -> settings);
  }

  void change(Map<String, String> changes) {
    lock.lock();
    try {
      settings = settings.with(changes);
      changedAt = clock.instant();
    } finally {
      lock.unlock();
    }
  }

  void send(Message message, Duration delay) {
    lock.lock();
    try {
      Instant now = clock.instant();
      entries.put(sent++, new Entry(message, now, now.plus(delay)));
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hands out up to {@code most} messages, waiting for the first as long as told.
   *
   * @param isDead takes the receive count a message would have and says whether it is to be moved
   *     away instead; such messages come first through {@code dead}
   */
  List<ReceivedMessage> receive(
      int most, Duration visibility, Duration wait, IntPredicate isDead, List<Message> dead)
      throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    lock.lock();
    try {
      List<ReceivedMessage> received = takeVisible(most, visibility, isDead, dead);
      while (received.isEmpty() && dead.isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return received;
        }
        // A moment at a time: the handed-in clock decides on visibility and may jump.
        long moment = Math.min(left, LOOK_AGAIN.toNanos());
        long unused = arrived.awaitNanos(moment);
        received = takeVisible(most, visibility, isDead, dead);
      }
      return received;
    } finally {
      lock.unlock();
    }
  }

  /** Deletes what the handle was given for; a message that is gone already is no error. */
  void delete(String receiptHandle) {
    long number = number(receiptHandle);
    lock.lock();
    try {
      entries.remove(number);
    } finally {
      lock.unlock();
    }
  }

  void changeVisibility(String receiptHandle, Duration visibility) {
    long number = number(receiptHandle);
    lock.lock();
    try {
      Entry entry = entries.get(number);
      Instant now = clock.instant();
      if (entry == null || !entry.isInFlight(now)) {
        throw SqsError.MESSAGE_NOT_IN_FLIGHT.because(
            "the message of this receipt handle is not in flight: it was deleted or is visible");
      }
      entry.visibleAt = now.plus(visibility);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void purge() {
    lock.lock();
    try {
      entries.clear();
    } finally {
      lock.unlock();
    }
  }

  Counts counts() {
    return locked(
        () -> {
          Instant now = clock.instant();
          forgetExpired(now);
          int inFlight = (int) entries.values().stream().filter(e -> e.isInFlight(now)).count();
          int delayed = (int) entries.values().stream().filter(e -> e.isDelayed(now)).count();
          return new Counts(
              entries.size() - inFlight - delayed, inFlight, delayed, createdAt, changedAt);
        });
  }

  private List<ReceivedMessage> takeVisible(
      int most, Duration visibility, IntPredicate isDead, List<Message> dead) {
    Instant now = clock.instant();
    forgetExpired(now);
    List<ReceivedMessage> taken = new ArrayList<>();
    Iterator<Map.Entry<Long, Entry>> waiting = entries.entrySet().iterator();
    while (taken.size() < most && waiting.hasNext()) {
      Map.Entry<Long, Entry> next = waiting.next();
      Entry entry = next.getValue();
      if (!entry.isVisible(now)) {
        continue;
      }
      if (isDead.test(entry.receiveCount + 1)) {
        dead.add(entry.message);
        waiting.remove();
      } else {
        taken.add(entry.receive(handle(next.getKey(), entry), now, visibility));
      }
    }
    return taken;
  }

  private void forgetExpired(Instant now) {
    Instant oldest = now.minus(settings.retention());
    entries.values().removeIf(entry -> entry.sentAt.isBefore(oldest));
  }

  private static String handle(long number, Entry entry) {
    String plain = number + ":" + entry.message.id() + ":" + (entry.receiveCount + 1);
    return Base64.getEncoder().encodeToString(plain.getBytes(UTF_8));
  }

  private static long number(String receiptHandle) {
    try {
      String plain = new String(Base64.getDecoder().decode(receiptHandle), UTF_8);
      return Long.parseLong(plain.substring(0, Math.max(0, plain.indexOf(':'))));
    } catch (IllegalArgumentException broken) {
      throw SqsError.RECEIPT_HANDLE_IS_INVALID.because(
          "The input receipt handle \"" + receiptHandle + "\" is not a valid receipt handle.");
    }
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** A message and where it stands; guarded by the queue's lock. */
  private static final class Entry {
    private final Message message;
    private final Instant sentAt;
    private Instant visibleAt;
    private @Nullable Instant firstReceivedAt;
    private int receiveCount;

    Entry(Message message, Instant sentAt, Instant visibleAt) {
      this.message = message;
      this.sentAt = sentAt;
      this.visibleAt = visibleAt;
    }

    boolean isVisible(Instant now) {
      return !now.isBefore(visibleAt);
    }

    boolean isInFlight(Instant now) {
      return !isVisible(now) && receiveCount > 0;
    }

    boolean isDelayed(Instant now) {
      return !isVisible(now) && receiveCount == 0;
    }

    ReceivedMessage receive(String handle, Instant now, Duration visibility) {
      receiveCount++;
      visibleAt = now.plus(visibility);
      Instant first = firstReceivedAt == null ? now : firstReceivedAt;
      firstReceivedAt = first;
      return new ReceivedMessage(message, handle, receiveCount, sentAt, first);
    }
  }
}
