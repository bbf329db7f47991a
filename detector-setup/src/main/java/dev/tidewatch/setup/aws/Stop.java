package dev.tidewatch.setup.aws;

import dev.tidewatch.setup.aws.Patience.Interrupted;
import dev.tidewatch.setup.aws.Patience.Pause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish that a program stop where it does no harm. Work looks at it between its steps; whoever
 * waits by it wakes at once. Safe for many threads.
 */
public final class Stop implements Pause {
  private final CountDownLatch wish = new CountDownLatch(1);

  /** From now on it is wished. */
  public void wish() {
    wish.countDown();
  }

  public boolean isWished() {
    return wish.getCount() == 0;
  }

  /**
   * Waits.
   *
   * @throws Interrupted when it is wished to stop, before or meanwhile
   */
  @Override
  public void of(Duration time) {
    try {
      if (wish.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Interrupted();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Interrupted();
    }
  }
}
