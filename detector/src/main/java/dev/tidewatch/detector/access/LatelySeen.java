package dev.tidewatch.detector.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps something of those seen lately; of too many, those unseen for longest go. */
final class LatelySeen<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1;
  private static final int MOST = 10_000;

  LatelySeen() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > MOST;
  }
}
