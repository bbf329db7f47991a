package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Values at places never seen. They are no outliers: they lie within the band, and without the
 * watch their severity is below 10.
 */
class NoveltyWatchTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int ODD = 28 * 288 + 100;

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void tellsAValueBetweenTwoStates() {
    assertNovel(with(150, twoStates(100, 200, 2)));
    assertNotNovel(with(202, twoStates(100, 200, 2)));
  }

  @Test
  void tellsADefaultWithinTheRange() {
    assertNovel(with(-1, twoStates(-50, 50, 2)));
    assertNovel(with(0, twoStates(-50, 50, 2)));
    assertNovel(with(9999, twoStates(8_000, 12_000, 80)));
  }

  @Test
  void tellsAValueBetweenTheSteps() {
    assertNovel(with(2.5, steps(5)));
    assertNovel(with(4.5, steps(10)));
    assertNotNovel(with(2, steps(5)));
  }

  @Test
  void tellsItOnce() {
    IntToDoubleFunction usual = twoStates(100, 200, 2);
    double[] values =
        Signal.values(ODD + 200, i -> i >= ODD && i % 5 == 0 ? 150 : usual.applyAsDouble(i));

    assertThat(novelties(FIVE_MINUTES, values)).hasSize(1);
  }

  @Test
  void listensForThreeHundredValuesAndThreeDaysBeforeItSpeaks() {
    double[] hourly = Signal.values(300, i -> i % 50 == 49 ? 2.5 : steps(5).applyAsDouble(i));
    double[] often = Signal.values(3 * 288, i -> i % 300 == 299 ? 2.5 : steps(5).applyAsDouble(i));

    assertThat(novelties(HOUR, hourly)).isEmpty();
    assertThat(novelties(FIVE_MINUTES, often)).isEmpty();
  }

  @Test
  void staysSilentOnNoiseThatIsEverywhere() {
    List<IntToDoubleFunction> kinds =
        List.of(
            i -> 100 + random.nextGaussian(),
            i -> StrictMath.exp(random.nextGaussian()),
            i -> random.nextGaussian() / StrictMath.sqrt(random.nextDouble()),
            i -> 100 + 50 * StrictMath.sin(2 * StrictMath.PI * i / 24) + random.nextGaussian(),
            i -> Signal.poisson(random, 4),
            i -> 7);
    for (IntToDoubleFunction kind : kinds) {
      assertThat(novelties(HOUR, Signal.values(400 * 24, kind)))
          .filteredOn(score -> score.severity() >= 50)
          .hasSizeLessThan(5);
    }
  }

  private static void assertNovel(PointScore score) {
    assertThat(score.value()).isBetween(score.lower(), score.upper());
    assertThat(score.severity()).isGreaterThanOrEqualTo(50);
    assertThat(score.trouble()).isEqualTo(Trouble.NOVELTY);
  }

  private static void assertNotNovel(PointScore score) {
    assertThat(score.severity()).isLessThan(30);
    assertThat(score.trouble()).isNotEqualTo(Trouble.NOVELTY);
  }

  /** It is in one of two states, each time for an hour or so. */
  private IntToDoubleFunction twoStates(double low, double high, double noise) {
    boolean[] isHigh = {false};
    return i -> {
      isHigh[0] ^= random.nextInt(12) == 0;
      return (isHigh[0] ? high : low) + noise * random.nextGaussian();
    };
  }

  private IntToDoubleFunction steps(int values) {
    return i -> random.nextInt(values);
  }

  private static PointScore with(double odd, IntToDoubleFunction usual) {
    double[] values = Signal.values(ODD + 1, i -> i == ODD ? odd : usual.applyAsDouble(i));
    return Signal.scores(Signal.every(FIVE_MINUTES), values)[ODD];
  }

  private static List<PointScore> novelties(Duration interval, double[] values) {
    return Stream.of(Signal.scores(Signal.every(interval), values))
        .filter(score -> score.trouble() == Trouble.NOVELTY)
        .toList();
  }
}
