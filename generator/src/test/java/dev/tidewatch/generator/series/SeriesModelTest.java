package dev.tidewatch.generator.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.metricset.MetricSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesModelTest {
  private static final MetricSet SHOP = Ecommerce.metricSet();
  private static final SeriesCatalog CATALOG = SeriesCatalog.of(SHOP, DimensionValues.DEFAULT);
  private static final long FIVE_MINUTES = Duration.ofMinutes(5).toNanos();
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int VIEWS = 0;
  private static final int REVENUE = 1;

  private final SeriesModel model = new SeriesModel(SHOP, CATALOG, 7);

  @Test
  void isTheSameForTheSameSeed() {
    SeriesModel again = new SeriesModel(SHOP, CATALOG, 7);

    assertThat(day(again, 3, VIEWS, START)).isEqualTo(day(model, 3, VIEWS, START));
  }

  @Test
  void differsByTheSeed() {
    SeriesModel other = new SeriesModel(SHOP, CATALOG, 8);

    assertThat(day(other, 3, VIEWS, START)).isNotEqualTo(day(model, 3, VIEWS, START));
  }

  @Test
  void aSeriesKeepsItsValuesWhenOthersAreLeftOut() {
    SeriesCatalog few =
        SeriesCatalog.of(SHOP, new DimensionValues(Map.of("marketplace", List.of("uk"))));
    SeriesModel fewer = new SeriesModel(SHOP, few, 7);

    assertThat(few.series().get(1).name()).isEqualTo("platform=mobile_web;marketplace=uk");
    assertThat(CATALOG.series().get(8).name()).isEqualTo("platform=mobile_web;marketplace=uk");
    assertThat(day(fewer, 1, VIEWS, START)).isEqualTo(day(model, 8, VIEWS, START));
  }

  @Test
  void dayIsLikeTheDayBeforeAndBusierThanItsNight() {
    List<Long> today = day(model, 0, VIEWS, START);
    List<Long> tomorrow = day(model, 0, VIEWS, START.plus(Duration.ofDays(1)));

    assertThat(correlation(today, tomorrow)).isGreaterThan(0.98);
    assertThat((double) max(today) / min(today)).isGreaterThan(2.5);
  }

  @Test
  void weekHasABusiestDay() {
    List<Double> days =
        IntStream.range(0, 14)
            .mapToObj(day -> mean(day(model, 0, VIEWS, START.plus(Duration.ofDays(day)))))
            .toList();

    double swing =
        days.stream().mapToDouble(d -> d).max().orElseThrow()
            / days.stream().mapToDouble(d -> d).min().orElseThrow();
    assertThat(swing).isBetween(1.08, 1.5);
    assertThat(days.get(0) / days.get(7)).isCloseTo(1, within(0.02));
  }

  @Test
  void growsOverTheYears() {
    double before = 0;
    double after = 0;
    for (int series = 0; series < CATALOG.size(); series++) {
      before += mean(day(model, series, VIEWS, START));
      after += mean(day(model, series, VIEWS, START.plus(Duration.ofDays(364))));
    }
    assertThat(after / before).isBetween(1.05, 1.4);
  }

  @Test
  void revenueGoesWithViews() {
    assertThat(correlation(day(model, 5, VIEWS, START), day(model, 5, REVENUE, START)))
        .isGreaterThan(0.98);
  }

  @Test
  void sumsStayWhenRecordsAreDenser() {
    long dense = Duration.ofSeconds(1).toNanos();
    double sparseSum = 0;
    double denseSum = 0;
    for (int second = 0; second < 86_400; second++) {
      long millis = START.plusSeconds(second).toEpochMilli();
      double activity = model.activity(0, millis);
      denseSum += model.unscaled(0, VIEWS, millis, activity, 1, dense);
      if (second % 300 == 0) {
        sparseSum += model.unscaled(0, VIEWS, millis, activity, 1, FIVE_MINUTES);
      }
    }
    assertThat(denseSum / sparseSum).isCloseTo(1, within(0.01));
  }

  private static List<Long> day(SeriesModel model, int series, int measure, Instant start) {
    return IntStream.range(0, 288)
        .mapToObj(
            tick -> {
              long millis = start.plusSeconds(300L * tick).toEpochMilli();
              double activity = model.activity(series, millis);
              return model.unscaled(series, measure, millis, activity, 1, FIVE_MINUTES);
            })
        .toList();
  }

  private static double correlation(List<Long> left, List<Long> right) {
    double leftMean = mean(left);
    double rightMean = mean(right);
    double product = 0;
    double leftSquare = 0;
    double rightSquare = 0;
    for (int i = 0; i < left.size(); i++) {
      double a = left.get(i) - leftMean;
      double b = right.get(i) - rightMean;
      product += a * b;
      leftSquare += a * a;
      rightSquare += b * b;
    }
    return product / Math.sqrt(leftSquare * rightSquare);
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).average().orElseThrow();
  }

  private static long max(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private static long min(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).min().orElseThrow();
  }
}
