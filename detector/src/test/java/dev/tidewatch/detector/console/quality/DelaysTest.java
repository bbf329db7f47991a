package dev.tidewatch.detector.console.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.console.quality.Delays.Bin;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelaysTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private static List<Duration> seconds(int... seconds) {
    return IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }

  @Test
  void saysWhatNinetyFiveOfAHundredKeptTo() {
    List<Duration> delays = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList();
    assertThat(Delays.of(delays, MINUTE).sentence())
        .isEqualTo(
            "95 % of intervals were read within 1 minute 35 seconds of their end; the offset is 1 minute.");
    assertThat(Delays.of(seconds(42), MINUTE).sentence()).contains("within 42 seconds");
  }

  @Test
  void roundsUpSoThatWithinIsTrue() {
    assertThat(Lengths.exact(Duration.ofMillis(61_001))).isEqualTo("1 minute 2 seconds");
    assertThat(Lengths.exact(Duration.ZERO)).isEqualTo("0 seconds");
    assertThat(Lengths.exact(Duration.ofDays(2).plusHours(9))).isEqualTo("2 days 9 hours");
  }

  @Test
  void tellsApartWhatWasReadBeforeAndAfterTheOffset() {
    Delays delays = Delays.of(seconds(12, 13, 60, 61, 62, 4000), MINUTE);
    assertThat(delays.early()).isEqualTo(2);
    assertThat(delays.bins().get(0)).isEqualTo(new Bin("10 seconds to 30 seconds", 2, 67, true));
    assertThat(delays.bins()).contains(new Bin("1 minute to 1 minute 5 seconds", 3, 100, false));
    assertThat(delays.bins().get(delays.bins().size() - 1).label()).isEqualTo("1 hour to 6 hours");
    assertThat(delays.bins().stream().mapToInt(Bin::count).sum()).isEqualTo(6);
  }

  @Test
  void hasAPlaceForWhatIsDaysLate() {
    assertThat(Delays.of(seconds(900_000), Duration.ZERO).bins())
        .containsExactly(new Bin("1 day or more", 1, 100, false));
  }
}
