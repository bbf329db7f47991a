package dev.tidewatch.detector.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleShopTest {
  private static final Instant ANCHOR = Instant.parse("2026-11-28T12:00:00Z");
  private static final SampleShop SHOP = new SampleShop(1, ANCHOR);

  private static double sum(Instant start, String marketplace, String measure) {
    int column = 3 + SampleShop.MEASURES.indexOf(measure);
    return SHOP.records(start)
        .lines()
        .map(line -> List.of(line.split(",")))
        .filter(line -> line.get(1).equals(marketplace))
        .mapToDouble(line -> Double.parseDouble(line.get(column)))
        .sum();
  }

  @Test
  void sellsTheSameWheneverItIsAsked() {
    assertThat(SHOP.records(ANCHOR)).isEqualTo(new SampleShop(1, ANCHOR).records(ANCHOR));
    assertThat(SHOP.records(ANCHOR)).isNotEqualTo(new SampleShop(2, ANCHOR).records(ANCHOR));
  }

  @Test
  void writesARecordForEveryMarketplaceAndPlatform() {
    assertThat(SHOP.records(ANCHOR).lines())
        .hasSize(15)
        .allMatch(line -> line.split(",").length == SampleShop.HEADER.split(",").length);
  }

  @Test
  void sellsMoreInTheEveningThanAtNight() {
    Instant before = ANCHOR.minus(Duration.ofDays(9));
    Instant evening = before.plus(Duration.ofHours(8));
    Instant night = before.plus(Duration.ofHours(15));
    assertThat(sum(evening, "uk", "revenue")).isGreaterThan(1.8 * sum(night, "uk", "revenue"));
  }

  @Test
  void losesOrdersWhenErrorsHaveRisen() {
    Instant cycle = ANCHOR.minus(Incident.CYCLE);
    Instant errors = cycle.plus(Duration.ofHours(18)).plus(Duration.ofMinutes(30));
    Instant orders = errors.plus(Duration.ofMinutes(10));
    Instant before = errors.minus(Duration.ofMinutes(5));
    assertThat(sum(errors, "uk", "errors")).isGreaterThan(4 * sum(before, "uk", "errors"));
    assertThat(sum(errors, "uk", "orders")).isGreaterThan(.7 * sum(before, "uk", "orders"));
    assertThat(sum(orders, "uk", "orders")).isLessThan(.4 * sum(before, "uk", "orders"));
    assertThat(sum(orders, "fr", "orders")).isGreaterThan(.7 * sum(before, "fr", "orders"));
  }

  @Test
  void hasItsLastIncidentInTheLastHoursAndGoesOnAfterwards() {
    Instant last = ANCHOR.minus(Duration.ofMinutes(150));
    Instant again = last.plus(Incident.CYCLE);
    for (Instant incident : List.of(last, again)) {
      assertThat(sum(incident, "de", "orders"))
          .isLessThan(.6 * sum(incident.minusSeconds(300), "de", "orders"));
    }
  }
}
