package dev.tidewatch.detector.overview;

import dev.tidewatch.detector.anomaly.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves out points that a picture does not need: of each stretch the lowest, the highest and the
 * most severe one stay, so that no peak and no anomaly is lost.
 */
final class Thinning {
  private static final int KEPT = 3;

  private Thinning() {}

  /** Points in the order of time, so many at most, from 3. */
  static List<Point> to(int most, List<Point> points) {
    if (most < KEPT) {
      throw new IllegalArgumentException("a picture has 3 points or more, not " + most);
    }
    if (points.size() <= most) {
      return points;
    }
    int stretches = most / KEPT;
    List<Point> kept = new ArrayList<>(most);
    for (int stretch = 0; stretch < stretches; stretch++) {
      int from = (int) ((long) points.size() * stretch / stretches);
      int to = (int) ((long) points.size() * (stretch + 1) / stretches);
      keep(points.subList(from, to), kept);
    }
    return kept;
  }

  /** NaN is greater than any number: a stretch with values never shows a gap instead of them. */
  private static void keep(List<Point> stretch, List<Point> kept) {
    int lowest = 0;
    int highest = 0;
    int worst = 0;
    for (int i = 1; i < stretch.size(); i++) {
      Point point = stretch.get(i);
      if (Double.compare(point.value(), stretch.get(lowest).value()) < 0) {
        lowest = i;
      }
      double high = stretch.get(highest).value();
      if (Double.isNaN(high) || point.value() > high) {
        highest = i;
      }
      if (point.severity() > stretch.get(worst).severity()) {
        worst = i;
      }
    }
    List.of(lowest, highest, worst).stream()
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(stretch::get)
        .forEach(kept::add);
  }
}
