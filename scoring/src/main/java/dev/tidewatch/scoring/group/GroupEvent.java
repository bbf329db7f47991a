package dev.tidewatch.scoring.group;

import static java.util.Objects.requireNonNull;

/** Something that happened to an anomaly group in an interval. */
public record GroupEvent(Kind kind, AnomalyGroup group) {
  /** What may happen. */
  public enum Kind {
    OPENED,
    /** It lasts, or became more severe. */
    GREW,
    CLOSED
  }

  public GroupEvent {
    requireNonNull(kind, "kind");
    requireNonNull(group, "group");
  }
}
