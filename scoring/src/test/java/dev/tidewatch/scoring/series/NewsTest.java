package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsTest {
  private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");
  private final News news = new News();

  @Test
  void tellsLastingTroubleOnce() {
    assertThat(news.of(NOON, 6)).isEqualTo(6);
    assertThat(news.of(NOON.plusSeconds(300), 6)).isZero();
    assertThat(news.of(NOON.plusSeconds(600), 6.2)).isZero();
  }

  @Test
  void tellsTroubleThatBecameTwiceAsRare() {
    news.of(NOON, 6);

    assertThat(news.of(NOON.plusSeconds(300), 6.31)).isEqualTo(6.31);
  }

  @Test
  void tellsItAgainAfterADay() {
    news.of(NOON, 6);

    assertThat(news.of(NOON.plus(Duration.ofDays(1)).plusSeconds(1), 5)).isEqualTo(5);
  }
}
