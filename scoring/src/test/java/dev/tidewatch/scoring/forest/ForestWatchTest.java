package dev.tidewatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.scoring.series.Direction;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesSettings;
import dev.tidewatch.scoring.series.Trouble;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForestWatchTest {
  private static final SeriesSettings SETTINGS =
      new SeriesSettings(Duration.ofMinutes(5), ZoneOffset.UTC, MissingRule.UNKNOWN);
  private static final int PLANTED = 2700;

  @Test
  void findsAPlantedShapeWhoseValuesAreAllUsual() {
    ForestWatch watch = new ForestWatch(SETTINGS);
    List<Integer> alerts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      PointScore point = watch.join(usual(saw(i)));
      if (point.severity() >= 30) {
        assertThat(point.trouble()).isEqualTo(Trouble.SHAPE);
        alerts.add(i);
      }
    }
    assertThat(alerts).isNotEmpty().allSatisfy(i -> assertThat(i).isBetween(PLANTED, PLANTED + 20));
  }

  /** With values that leave the bytes of the library's own state to chance, beyond a regrowth. */
  @Test
  void saysTheSameAfterRestartsAndWritesTheSame() {
    ForestWatch steady = new ForestWatch(SETTINGS);
    ForestWatch restarted = new ForestWatch(SETTINGS);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 4300; i++) {
      double value = random.nextInt(20) == 0 ? 7 : i > 4000 ? 1 : random.nextInt(30) == 0 ? -1 : 0;
      PointScore point = usual(i % 50 == 0 ? Double.NaN : value);
      assertThat(restarted.join(point)).isEqualTo(steady.join(point));
      if (i < 20 || i % 1301 == 0) {
        assertThat(bytes(restarted)).isEqualTo(bytes(steady));
        restarted = restored(bytes(restarted));
      }
    }
    assertThat(bytes(restarted)).isEqualTo(bytes(steady));
  }

  @Test
  void saysNothingWhileYoung() {
    ForestWatch watch = new ForestWatch(SETTINGS);
    for (int i = 0; i < 600; i++) {
      PointScore point = usual(i % 100 == 99 ? 1e30 : saw(i));
      assertThat(watch.join(point)).isSameAs(point);
    }
  }

  @Test
  void leavesWhatIsMoreUnusualToTheEngine() {
    ForestWatch watch = new ForestWatch(SETTINGS);
    for (int i = 0; i < 3000; i++) {
      PointScore point =
          new PointScore(saw(i), 0, 0, 0, 30, 100, Direction.ABOVE, Trouble.FLATLINE);
      assertThat(watch.join(point)).isSameAs(point);
    }
  }

  @Test
  void refusesValuesThatAreNoNumbers() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(stream);
    out.integer(2);
    out.floats(new float[] {1, Float.POSITIVE_INFINITY}, 2);
    out.end();
    StateReader in = new StateReader(new ByteArrayInputStream(stream.toByteArray()));

    assertThatThrownBy(() -> new RecentForest().read(in))
        .isInstanceOf(DamagedSnapshot.class)
        .hasMessage("the snapshot is damaged: a forest knows the value Infinity");
  }

  /** A saw of eight values that once, for twelve values, runs backwards. */
  private static double saw(int i) {
    int phase = i >= PLANTED && i < PLANTED + 12 ? 7 - i % 8 : i % 8;
    return phase + 0.1 * new SplittableRandom(i).nextDouble();
  }

  private static PointScore usual(double value) {
    return new PointScore(value, value, value, value, 0, 0, Direction.ABOVE, Trouble.OUTLIER);
  }

  private static byte[] bytes(ForestWatch watch) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(stream);
    watch.write(out);
    out.end();
    return stream.toByteArray();
  }

  private static ForestWatch restored(byte[] bytes) {
    StateReader in = new StateReader(new ByteArrayInputStream(bytes));
    ForestWatch watch = new ForestWatch(SETTINGS);
    watch.read(in);
    in.end();
    return watch;
  }
}
