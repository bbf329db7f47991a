package dev.tidewatch.detector.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static String headline(double value, double expected) {
    return Headline.of("revenue", new Peak(NOW, value, expected, expected, expected));
  }

  @Test
  void headlinesSayDirectionAndHowFar() {
    assertThat(headline(4_210, 11_079)).isEqualTo("Revenue fell 62 % below expected");
    assertThat(headline(14, 10)).isEqualTo("Revenue rose 40 % above expected");
    assertThat(headline(5, 0)).isEqualTo("Revenue rose above expected");
  }

  @Test
  void namesOutOfForeignHandsStayOnOneLineWithNothingInvisible() {
    assertThat(Headline.name("a\u202Eb\nc\u0000d")).isEqualTo("a b c d");
    assertThat(Headline.scope(new Scope(Map.of("store", "")))).isEqualTo("(empty)");
    assertThat(Headline.scope(new Scope(Map.of()))).isEqualTo("all");
    assertThat(Headline.capital("élan")).isEqualTo("Élan");
  }

  @Test
  void timesSayTheDayWhereItIsNotToday() {
    Times berlin = new Times(ZoneId.of("Europe/Berlin"), NOW);
    assertThat(berlin.brief(NOW.minusSeconds(60))).isEqualTo("12:59");
    assertThat(berlin.stretch(Instant.parse("2026-11-27T22:50:00Z"), NOW))
        .isEqualTo("Fri 27 Nov 23:50–13:00");
    assertThat(berlin.stretch(Instant.parse("2026-11-20T22:50:00Z"), NOW))
        .isEqualTo("Fri 20 Nov 23:50–today 13:00");
    assertThat(berlin.brief(Instant.parse("2025-11-27T22:50:00Z"))).isEqualTo("27 Nov 2025 23:50");
    assertThat(berlin.zoneName(NOW)).isEqualTo("CET");
  }

  @Test
  void whatIsWholeDaysIsSaidInDays() {
    Times berlin = new Times(ZoneId.of("Europe/Berlin"), NOW);
    Instant midnight = Instant.parse("2026-11-25T23:00:00Z");
    assertThat(berlin.span(midnight, midnight)).isEqualTo("Thu 26 Nov 00:00");
    assertThat(berlin.span(midnight, midnight.plus(Duration.ofDays(1)))).isEqualTo("Thu 26 Nov");
    assertThat(berlin.span(midnight, midnight.plus(Duration.ofDays(38))))
        .isEqualTo("Thu 26 Nov – 2 Jan 2027");
    assertThat(berlin.span(midnight, midnight.plus(Duration.ofHours(2))))
        .isEqualTo("Thu 26 Nov 00:00–02:00");
  }

  @Test
  void lengthsAreSaidInTheUnitPeopleWouldTake() {
    assertThat(Times.length(Duration.ofSeconds(1))).isEqualTo("1 second");
    assertThat(Times.length(Duration.ofMinutes(10))).isEqualTo("10 minutes");
    assertThat(Times.length(Duration.ofHours(25))).isEqualTo("25 hours");
    assertThat(Times.length(Duration.ofDays(3))).isEqualTo("3 days");
  }

  @Test
  void aSeverityIsNeverRoundedUpToAThreshold() {
    assertThat(new Severity(74.99))
        .satisfies(
            severity -> {
              assertThat(severity.number()).isEqualTo(74);
              assertThat(severity.word()).isEqualTo("major");
              assertThat(severity.shape()).isEqualTo("◆");
            });
  }
}
