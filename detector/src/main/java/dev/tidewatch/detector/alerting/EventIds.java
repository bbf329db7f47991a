package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.SeverityClass;
import java.time.Instant;

/**
 * The ids of events. They follow from what is told, not from when or how often, so that the same
 * event has the same id after any crash. The first one of a group is the original's: {@code
 * {alertArn}:event/{groupId}} (contract section 2.1).
 */
final class EventIds {
  private static final String REPEAT = "/repeat-";

  private EventIds() {}

  static String ofGroup(String alertArn, String group, EventKind kind, SeverityClass reached) {
    String opened = alertArn + ":event/" + group;
    return switch (kind) {
      case RAISED -> opened + "/raised-" + reached.word();
      case ENDED -> opened + "/ended";
      case OPENED, DATA_MISSING, DATA_BACK, TEST -> opened;
    };
  }

  /**
   * What somebody wants sent again has an id of its own, which follows from when they wanted it: a
   * receiver that drops what it has seen before must not drop this.
   */
  static String repeated(String event, Instant wanted) {
    String first = isRepeat(event) ? event.substring(0, event.indexOf(REPEAT)) : event;
    return first + REPEAT + wanted;
  }

  static boolean isRepeat(String event) {
    return event.contains(REPEAT);
  }

  /**
   * @param interval the start of the interval in which it was noticed
   */
  static String ofGap(String alertArn, EventKind kind, Instant interval) {
    String what = kind == EventKind.DATA_BACK ? "data-back-" : "data-missing-";
    return alertArn + ":event/" + what + interval;
  }
}
