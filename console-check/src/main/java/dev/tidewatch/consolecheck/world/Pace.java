package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.schedule.RunStep;
import java.util.concurrent.Semaphore;

/** How fast a world's runs get on: as they can, until somebody holds them. */
final class Pace implements RunObserver {
  /** More than wait at a time. */
  private static final int ALL = 1_000;

  private final Semaphore steps = new Semaphore(0);
  private volatile boolean held;

  @Override
  public void reached(RunStep step) {
    if (!held) {
      return;
    }
    try {
      steps.acquire();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  void hold() {
    steps.drainPermits();
    held = true;
  }

  void takeAStep() {
    steps.release();
  }

  void goOn() {
    held = false;
    steps.release(ALL);
  }
}
