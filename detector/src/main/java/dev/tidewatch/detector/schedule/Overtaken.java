package dev.tidewatch.detector.schedule;

/** A user changed the detector's state while an interval was run; nothing of it was kept. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overtaken(long detector) {
    super("detector " + detector + " was changed meanwhile", null, false, false);
  }
}
