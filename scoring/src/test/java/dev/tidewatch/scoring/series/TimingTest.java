package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A job of an hour at 2:00 every night on five-minute data, 10 minutes early or late at most. */
class TimingTest {
  private static final SeriesSettings FIVE_MINUTES = Signal.every(Duration.ofMinutes(5));
  private static final int DAY = 288;
  private static final int DAYS = 90;
  private static final int STARTS = 24;
  private static final int LASTS = 12;
  private static final int LAST_NIGHT = (DAYS - 1) * DAY;

  @Test
  void aJobMayComeSomeMinutesEarlyOrLate() {
    int alerts = 0;
    for (int series = 0; series < 10; series++) {
      alerts +=
          (int)
              Arrays.stream(Signal.scores(FIVE_MINUTES, nights(series, 1)))
                  .skip(28 * DAY)
                  .filter(point -> point.severity() >= 70)
                  .count();
    }
    assertThat(alerts).isLessThanOrEqualTo(13); // 4.4 promised in 620 days; 80 without it
  }

  @Test
  void aJobThatDoesNotComeIsTold() {
    double[] values = nights(1, 1);
    quiet(values, LAST_NIGHT + STARTS - 3, LAST_NIGHT + STARTS + LASTS + 3);
    assertThat(worstOfLastNight(values)).isGreaterThan(50);
  }

  @Test
  void aJobThatIsFortyMinutesLateIsTold() {
    double[] values = nights(2, 1);
    quiet(values, LAST_NIGHT + STARTS - 3, LAST_NIGHT + STARTS + 8);
    assertThat(worstOfLastNight(values)).isGreaterThan(50);
  }

  @Test
  void anOutageInTheJobIsTold() {
    double[] values = nights(3, 1);
    Arrays.fill(values, LAST_NIGHT + STARTS + 5, LAST_NIGHT + STARTS + 8, 0);
    assertThat(worstOfLastNight(values)).isGreaterThan(50);
  }

  @Test
  void aPunctualJobThatIsFiveMinutesLateIsTold() {
    double[] values = nights(4, 0);
    quiet(values, LAST_NIGHT + STARTS, LAST_NIGHT + STARTS + 1);
    assertThat(Signal.scores(FIVE_MINUTES, values)[LAST_NIGHT + STARTS].severity())
        .isGreaterThan(60);
  }

  private static double worstOfLastNight(double[] values) {
    return Arrays.stream(Signal.scores(FIVE_MINUTES, values))
        .skip(LAST_NIGHT)
        .mapToDouble(PointScore::severity)
        .max()
        .orElseThrow();
  }

  private static void quiet(double[] values, int from, int until) {
    for (int i = from; i < until; i++) {
      values[i] = values[i] > 200 ? values[i] - 200 : values[i];
    }
  }

  /** 100 and noise of 5, and 200 more while the job runs. */
  private static double[] nights(long seed, double intervalsOff) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shift = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      shift[day] = intervalsOff * Math.max(-2, Math.min(2, random.nextGaussian()));
    }
    return Signal.values(
        DAYS * DAY,
        i -> {
          double since = i % DAY - STARTS - shift[i / DAY];
          return (since >= 0 && since < LASTS ? 300 : 100) + 5 * random.nextGaussian();
        });
  }
}
