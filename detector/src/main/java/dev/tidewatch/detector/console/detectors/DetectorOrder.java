package dev.tidewatch.detector.console.detectors;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** What the list of detectors is sorted by. */
public enum DetectorOrder {
  MODIFIED,
  CREATED,
  NAME,
  STATUS,
  MODE,
  RUN,
  ANOMALIES;

  /** Those that are alike by it are in the order of their names. */
  Comparator<DetectorView> comparator() {
    return first().thenComparing(DetectorView::name);
  }

  private Comparator<DetectorView> first() {
    return switch (this) {
      case MODIFIED ->
          Comparator.comparing((DetectorView each) -> each.detector().modified()).reversed();
      case CREATED ->
          Comparator.comparing((DetectorView each) -> each.detector().created()).reversed();
      case NAME -> Comparator.comparing(DetectorView::name, String.CASE_INSENSITIVE_ORDER);
      case STATUS -> Comparator.comparing((DetectorView each) -> each.status().word());
      case MODE -> Comparator.comparing((DetectorView each) -> each.mode().word());
      case RUN -> Comparator.comparing(DetectorOrder::lastRun).reversed();
      case ANOMALIES ->
          Comparator.comparing((DetectorView each) -> each.anomalies().get(0))
              .thenComparing((DetectorView each) -> each.anomalies().get(1))
              .thenComparing(DetectorView::found)
              .reversed();
    };
  }

  private static Instant lastRun(DetectorView detector) {
    return detector.lastRun().map(DetectorView.LastRun::end).orElse(Instant.MIN);
  }

  /** As the URL has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a URL asks for; as the original console, last modified, where it asks for nothing. */
  static DetectorOrder of(String word) {
    for (DetectorOrder order : values()) {
      if (order.word().equals(word)) {
        return order;
      }
    }
    return MODIFIED;
  }
}
