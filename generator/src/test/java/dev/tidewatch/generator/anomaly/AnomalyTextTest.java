package dev.tidewatch.generator.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomalyTextTest {
  private static final SeriesCatalog CATALOG =
      SeriesCatalog.of(Ecommerce.metricSet(), DimensionValues.DEFAULT);
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private final AnomalyText text = new AnomalyText(CATALOG, FIRST, NOW);

  @Test
  void readsMeasureChoiceFactorStartAndDuration() {
    Anomaly anomaly = text.parse("revenue[marketplace=uk]*0.4@+2h/15m");

    assertThat(anomaly.kind()).isEqualTo(AnomalyKind.DIP);
    assertThat(anomaly.factor()).isEqualTo(0.4);
    assertThat(anomaly.start()).isEqualTo("2026-01-01T02:00:00Z");
    assertThat(anomaly.end()).isEqualTo("2026-01-01T02:15:00Z");
    assertThat(CATALOG.series())
        .allSatisfy(
            series -> {
              boolean uk = series.values().get(1).equals("uk");
              assertThat(anomaly.scope().covers(series.index(), 1)).isEqualTo(uk);
              assertThat(anomaly.scope().covers(series.index(), 0)).isFalse();
            });
  }

  @Test
  void withoutAChoiceTouchesEverySeries() {
    Scope scope = text.parse("all*0@now/1h").scope();

    assertThat(CATALOG.series())
        .allMatch(one -> scope.covers(one.index(), 0) && scope.covers(one.index(), 1));
  }

  @ParameterizedTest
  @CsvSource({
    "views*2@now/5m, 2026-01-15T00:00:00Z",
    "views*2@now+10m/5m, 2026-01-15T00:10:00Z",
    "views*2@now-1d/5m, 2026-01-14T00:00:00Z",
    "views*2@+1h30m/5m, 2026-01-01T01:30:00Z",
    "views*2@2026-01-05T10:00:00Z/5m, 2026-01-05T10:00:00Z"
  })
  void readsStarts(String anomaly, Instant start) {
    assertThat(text.parse(anomaly).start()).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({
    "views*0@now/5m, OUTAGE",
    "views*0.5@now/5m, DIP",
    "views*2@now/5m, SPIKE",
    "views*2@now/5h:level-shift, LEVEL_SHIFT",
    "views*2@now/5h:slow-drift, SLOW_DRIFT"
  })
  void knowsTheKindByTheFactorUnlessTold(String anomaly, AnomalyKind kind) {
    assertThat(text.parse(anomaly).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "clicks*2@now/5m | there is no measure 'clicks'; use one of [views, revenue] or all",
        "views[city=x]*2@now/5m | 'city=x' is no dimension=value; dimensions are [platform, marketplace]",
        "views[marketplace=xx]*2@now/5m | no series is meant by [marketplace=xx] in 'views[marketplace=xx]*2@now/5m'",
        "views*2@soon/5m | 'soon' is no start; write +2h, now-3h or 2026-01-05T10:00:00Z",
        "views*2@now/5x | '5x' is no duration: write 90s, 5m, 1h30m, 14d or PT5M",
        "views*2@now/5m:wobble | 'wobble' is no kind of anomaly; use one of spike, dip, outage, level-shift, slow-drift",
        "views@now | 'views@now' is no anomaly; write one like revenue[marketplace=uk]*0.4@+2h/15m"
      })
  void refusesWithAReason(String anomaly, String message) {
    assertThatThrownBy(() -> text.parse(anomaly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aSlowDriftComesToItsFactorAtTheEnd() {
    Anomaly drift = text.parse("views*3@now/2h:slow-drift");
    long start = NOW.getEpochSecond() * 1_000_000_000;

    assertThat(drift.factorAt(start)).isEqualTo(1);
    assertThat(drift.factorAt(start + 3_600_000_000_000L)).isEqualTo(2);
  }
}
