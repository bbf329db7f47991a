package dev.tidewatch.detector.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.anomaly.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void keepsEveryPeakAndTheWorst() {
    SplittableRandom random = new SplittableRandom(1);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      points.add(point(i, random.nextDouble(), 0));
    }
    points.set(77_777, point(77_777, 9, 0));
    points.set(33_333, point(33_333, -9, 0));
    points.set(55_555, point(55_555, .5, 91));
    List<Point> thin = Thinning.to(10_000, points);
    assertThat(thin).hasSizeLessThanOrEqualTo(10_000).hasSizeGreaterThan(6_000);
    assertThat(thin).contains(points.get(77_777), points.get(33_333), points.get(55_555));
    assertThat(thin).isSortedAccordingTo((a, b) -> a.interval().compareTo(b.interval()));
    assertThat(thin).doesNotHaveDuplicates();
  }

  @Test
  void leavesFewAsTheyAre() {
    List<Point> points = List.of(point(0, 1, 0), point(1, 1, 0), point(2, 1, 0));
    assertThat(Thinning.to(3, points)).isEqualTo(points);
  }

  @Test
  void showsAValueAmongGaps() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      points.add(point(i, i == 4 ? 7 : Double.NaN, 0));
    }
    assertThat(Thinning.to(3, points)).contains(points.get(4));
  }

  private static Point point(int second, double value, float severity) {
    return new Point(Instant.ofEpochSecond(second), value, 1, 0, 2, severity);
  }
}
