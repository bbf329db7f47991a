package dev.tidewatch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringSettingsTest {
  @Test
  void refuseTwoOfTheSameName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Shop.HOUR, List.of("orders", "orders"), List.of()))
        .withMessage("two measures are named 'orders'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Shop.HOUR, List.of("orders"), List.of("shop", "shop")))
        .withMessage("two dimensions are named 'shop'");
  }

  @Test
  void refuseIntervalsThatDoNotDivideTheDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Duration.ofSeconds(7), List.of("orders"), List.of()))
        .withMessageContaining("PT7S");
  }

  @Test
  void refuseMoreDimensionsThanAMetricSetHas() {
    assertThatNoException()
        .isThrownBy(() -> settings(Shop.HOUR, List.of("orders"), dimensions(10)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Shop.HOUR, List.of("orders"), dimensions(31)))
        .withMessage("a metric set has 10 dimensions at most, not 31");
  }

  @Test
  void refuseDeclaredCausesThatAreNoMeasures() {
    ScoringSettings settings = settings(Shop.HOUR, List.of("orders", "views"), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.with(List.of(new DeclaredCause("view", "orders"))))
        .withMessage("a declared cause or effect is 'view', but the measures are [orders, views]");
  }

  @Test
  void refuseMoreForestsThanThereMayBeAndFewerThanOneAMeasure() {
    ScoringSettings settings = settings(Shop.HOUR, List.of("orders", "views"), List.of());
    assertThat(settings.withForest().forests()).isEqualTo(64);
    assertThat(settings.withForests(0)).isEqualTo(settings);
    for (int forests : new int[] {-1, 1, 65}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings.withForests(forests))
          .withMessage("forests are none, or one a measure (2) to 64, not " + forests);
    }
  }

  @Test
  void sayNothingOfForestsWhenThereAreNone() {
    assertThat(Shop.settings().described()).noneMatch(line -> line.contains("forest"));
    assertThat(Shop.settings().withForests(2).described()).contains("forests 2");
  }

  private static List<String> dimensions(int count) {
    return IntStream.range(0, count).mapToObj(i -> "dimension" + i).toList();
  }

  private static ScoringSettings settings(
      Duration interval, List<String> measures, List<String> dimensions) {
    return ScoringSettings.of(
        interval,
        ZoneOffset.UTC,
        measures.stream().map(name -> MeasureSettings.of(name, Aggregation.SUM)).toList(),
        dimensions);
  }
}
