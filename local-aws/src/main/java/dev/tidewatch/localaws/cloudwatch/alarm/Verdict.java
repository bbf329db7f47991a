package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the newest periods say of an alarm. CloudWatch looks back a little beyond the evaluation
 * periods: where there are enough values in that range, the newest decide; else the missing ones
 * are filled in as the alarm treats them.
 */
final class Verdict {
  private final AlarmSettings settings;
  private final List<Point> points;

  /** One period, without value or judged. */
  record Point(Instant start, OptionalDouble value, boolean breached) {
    Point {
      requireNonNull(start, "start");
      requireNonNull(value, "value");
    }

    boolean isMissing() {
      return value.isEmpty();
    }
  }

  /**
   * @param points of the evaluation range, oldest first
   */
  Verdict(AlarmSettings settings, List<Point> points) {
    this.settings = requireNonNull(settings, "settings");
    this.points = List.copyOf(points);
  }

  /** The state that follows; {@code before} when nothing does. */
  StateValue state(StateValue before) {
    List<Point> real = real();
    int wanted = settings.datapointsToAlarm();
    int filled = settings.evaluationPeriods() - real.size();
    long breached = real.stream().filter(Point::breached).count();
    if (filled == 0) {
      return breached >= wanted ? StateValue.ALARM : StateValue.OK;
    }
    return switch (settings.missingData()) {
      case BREACHING -> breached + filled >= wanted ? StateValue.ALARM : StateValue.OK;
      case NOT_BREACHING -> breached >= wanted ? StateValue.ALARM : StateValue.OK;
      case IGNORE -> breached >= wanted ? StateValue.ALARM : real.isEmpty() ? before : calm(before);
      case MISSING ->
          real.isEmpty()
              ? StateValue.INSUFFICIENT_DATA
              : breached >= wanted || isAlarmBeforeTime() ? StateValue.ALARM : StateValue.OK;
    };
  }

  /** The values that decide, oldest first. */
  List<Point> real() {
    Deque<Point> real = new ArrayDeque<>();
    for (Point point : points) {
      if (!point.isMissing()) {
        real.addLast(point);
        if (real.size() > settings.evaluationPeriods()) {
          real.removeFirst();
        }
      }
    }
    return new ArrayList<>(real);
  }

  private StateValue calm(StateValue before) {
    return real().stream().noneMatch(Point::breached) ? StateValue.OK : before;
  }

  // Data may stop while all is wrong: a breach long enough ago with nothing good after it.
  private boolean isAlarmBeforeTime() {
    for (int place = 0; place < points.size(); place++) {
      if (points.get(place).breached()) {
        boolean oldEnough = points.size() - place >= settings.datapointsToAlarm();
        return oldEnough
            && points.subList(place, points.size()).stream()
                .allMatch(point -> point.isMissing() || point.breached());
      }
    }
    return false;
  }
}
