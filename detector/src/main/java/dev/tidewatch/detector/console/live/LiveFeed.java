package dev.tidewatch.detector.console.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells whoever listens that something changed: once for all that changes within a second. One
 * thread serves all listeners. Safe for use by many threads.
 */
public final class LiveFeed implements AutoCloseable {
  private static final byte[] CHANGED = event("changed");
  private static final byte[] ALIVE = event("alive");

  /**
   * How often is said what.
   *
   * @param beat how often that the feed lives; well below the time after which idle connections are
   *     closed
   * @param pause how long to wait between two changes at least
   * @param most how many may listen
   */
  public record Rhythm(Duration beat, Duration pause, int most) {
    public static final Rhythm USUAL =
        new Rhythm(Duration.ofSeconds(15), Duration.ofSeconds(1), 200);

    public Rhythm {
      requireNonNull(beat, "beat");
      requireNonNull(pause, "pause");
      if (most < 1) {
        throw new IllegalArgumentException("at least one may listen, not " + most);
      }
    }
  }

  private final Rhythm rhythm;
  private final ScheduledExecutorService thread;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /** Whether a change is to be told already. */
  private final AtomicBoolean due = new AtomicBoolean();

  private volatile long lastTold;
  private volatile boolean closed;

  private LiveFeed(Rhythm rhythm) {
    this.rhythm = rhythm;
    this.lastTold = System.nanoTime() - rhythm.pause().toNanos();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "live-feed");
              thread.setDaemon(true);
              return thread;
            });
  }

  public static LiveFeed start(Rhythm rhythm) {
    LiveFeed feed = new LiveFeed(rhythm);
    long beat = rhythm.beat().toNanos();
    Future<?> unused =
        feed.thread.scheduleWithFixedDelay(feed::beat, beat, beat, TimeUnit.NANOSECONDS);
    return feed;
  }

  private static byte[] event(String name) {
    return ("event: " + name + "\ndata: {}\n\n").getBytes(UTF_8);
  }

  /** Something changed that pages show. Returns at once. */
  public void changed() {
    if (listeners.isEmpty() || !due.compareAndSet(false, true)) {
      return;
    }
    long wait = rhythm.pause().toNanos() - (System.nanoTime() - lastTold);
    try {
      Future<?> unused = thread.schedule(this::tellChange, Math.max(0, wait), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closing) {
      due.set(false);
    }
  }

  private void tellChange() {
    lastTold = System.nanoTime(); // before another may be due: it is to wait from now on
    due.set(false);
    listeners.forEach(listener -> send(listener, CHANGED));
  }

  private void beat() {
    for (Listener listener : listeners) {
      if (listener.mayListen()) {
        send(listener, ALIVE);
      } else {
        leave(listener);
      }
    }
  }

  private void send(Listener listener, byte[] event) {
    if (!listener.send(event)) {
      leave(listener);
    }
  }

  private void leave(Listener listener) {
    listeners.remove(listener);
    listener.end();
  }

  /**
   * Has somebody listen from now on.
   *
   * @return whether there was room
   */
  boolean join(Listener listener) {
    synchronized (listeners) {
      if (closed || listeners.size() >= rhythm.most()) {
        return false;
      }
      listeners.add(listener);
    }
    send(listener, ALIVE);
    return true;
  }

  int listeners() {
    return listeners.size();
  }

  int most() {
    return rhythm.most();
  }

  /** Ends all connections: a server that ends need not wait for them. */
  @Override
  public void close() {
    synchronized (listeners) {
      closed = true;
    }
    thread.shutdownNow();
    listeners.forEach(this::leave);
  }
}
