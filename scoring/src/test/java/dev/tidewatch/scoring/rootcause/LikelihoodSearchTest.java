package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class LikelihoodSearchTest {
  private final RootCauseSearch search = new LikelihoodSearch();

  @Test
  void findsTheValueAllOfWhoseLeavesDroppedByTheSamePart() {
    assertThat(scopes(shop((platform, market) -> platform == 1 ? .6 : 1)))
        .containsExactly("platform=p1");
  }

  @Test
  void prefersTheValueToTheLeavesItIsMadeOf() {
    assertThat(scopes(shop((platform, market) -> market == 4 ? 2. : 1)))
        .containsExactly("market=m4");
  }

  @Test
  void namesTheLeafWhenOnlyItChanged() {
    assertThat(scopes(shop((platform, market) -> platform == 2 && market == 5 ? .3 : 1)))
        .containsExactly("market=m5&platform=p2");
  }

  @Test
  void tellsCausesThatCrossEachOther() {
    assertThat(scopes(shop((platform, market) -> platform == 0 ? .3 : market == 2 ? .6 : 1)))
        .containsExactlyInAnyOrder("platform=p0", "market=m2");
  }

  @Test
  void tellsADropFromARise() {
    List<RootCause> causes =
        search.search(shop((platform, market) -> market == 1 ? .5 : market == 3 ? 1.8 : 1));
    assertThat(causes)
        .extracting(cause -> cause.scope().toString() + (cause.change() < 0 ? " down" : " up"))
        .containsExactlyInAnyOrder("market=m1 down", "market=m3 up");
  }

  @Test
  void namesNothingWhenForecastsErrAsUsual() {
    assertThat(scopes(shop((platform, market) -> 1.))).isEmpty();
  }

  @Test
  void namesTheWholeWhenEverythingChanged() {
    assertThat(scopes(shop((platform, market) -> .5))).containsExactly("");
  }

  @Test
  void sharesAddUpToOneAndTheLargestComesFirst() {
    List<RootCause> causes =
        search.search(shop((platform, market) -> platform == 3 ? .2 : market == 6 ? .7 : 1));
    assertThat(causes.stream().mapToDouble(RootCause::share).sum()).isCloseTo(1, within(1e-9));
    assertThat(causes).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
  }

  @Test
  void theChangeIsThatOfTheScopeInTheUnitOfTheMeasure() {
    LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));
    double lost = 0;
    for (int platform = 0; platform < 4; platform++) {
      for (int market = 0; market < 7; market++) {
        double value = platform == 1 ? 60 + market : 101 - market % 3;
        lost += platform == 1 ? value - 100 : 0;
        table.add(List.of("p" + platform, "m" + market), value, 100);
      }
    }
    assertThat(search.search(table.build()))
        .singleElement()
        .extracting(RootCause::change)
        .isEqualTo(lost);
  }

  @Test
  void findsWhereAnAverageChanged() {
    Random random = new Random(3);
    LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));
    for (int platform = 0; platform < 4; platform++) {
      for (int market = 0; market < 7; market++) {
        double latency = (100 + 5 * random.nextGaussian()) * (market == 2 ? 1.5 : 1);
        table.addAverage(
            List.of("p" + platform, "m" + market), latency, 100, 5, 50 + random.nextInt(1000));
      }
    }
    assertThat(scopes(table.build())).containsExactly("market=m2");
  }

  @Test
  void believesAForecastThatSaysItIsUnsure() {
    assertThat(scopes(oneOddLeaf(0))).containsExactly("market=m0&platform=p0");
    assertThat(scopes(oneOddLeaf(30))).isEmpty();
  }

  @Test
  void theOrderOfLeavesDoesNotMatter() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      rows.add(List.of("p" + i / 7, "m" + i % 7));
    }
    List<List<String>> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(scopes(byName(shuffled))).isEqualTo(scopes(byName(rows))).hasSize(2);
  }

  @Test
  void answersTheSameEachTime() {
    LeafTable table = CaseFamily.MIXED.draw(new Random(5)).leaves();
    assertThat(search.search(table)).isEqualTo(search.search(table));
  }

  @Test
  void fewLeavesOrNoneThatSaySomethingAreNoCause() {
    assertThat(scopes(LeafTable.of(List.of("platform")).build())).isEmpty();
    LeafTable.Builder zeros = LeafTable.of(List.of("platform"));
    for (int i = 0; i < 10; i++) {
      zeros.add(List.of("p" + i), 0, 0);
    }
    assertThat(scopes(zeros.build())).isEmpty();
  }

  @Test
  void oneDimensionIsEnough() {
    LeafTable.Builder table = LeafTable.of(List.of("platform"));
    for (int i = 0; i < 12; i++) {
      table.add(List.of("p" + i), i == 7 ? 20 : 100 + i % 5, 102);
    }
    assertThat(scopes(table.build())).containsExactly("platform=p7");
  }

  @Test
  void valuesMayBeNegative() {
    LeafTable.Builder table = LeafTable.of(List.of("account", "market"));
    for (int account = 0; account < 5; account++) {
      for (int market = 0; market < 6; market++) {
        double expected = market % 2 == 0 ? -100 : 100;
        double value = account == 3 ? expected - 80 : expected + (account + market) % 3 - 1;
        table.add(List.of("a" + account, "m" + market), value, expected);
      }
    }
    assertThat(search.search(table.build())).isNotEmpty();
  }

  private List<String> scopes(LeafTable table) {
    return search.search(table).stream().map(cause -> cause.scope().toString()).toList();
  }

  private static LeafTable shop(BiFunction<Integer, Integer, Double> factor) {
    Random random = new Random(11);
    LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));
    for (int platform = 0; platform < 4; platform++) {
      for (int market = 0; market < 7; market++) {
        double expected = 50 + random.nextInt(1000);
        double value =
            expected * factor.apply(platform, market) * (1 + .04 * random.nextGaussian());
        table.add(List.of("p" + platform, "m" + market), value, expected);
      }
    }
    return table.build();
  }

  private static LeafTable oneOddLeaf(double deviation) {
    LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));
    for (int i = 0; i < 28; i++) {
      double value = i == 0 ? 50 : 99 + i % 3;
      table.add(List.of("p" + i / 7, "m" + i % 7), value, 100, deviation);
    }
    return table.build();
  }

  private static LeafTable byName(List<List<String>> rows) {
    LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));
    for (List<String> row : rows) {
      double error = 1 + .01 * (Math.floorMod(row.hashCode(), 9) - 4);
      double factor = row.contains("p1") ? .5 : row.contains("m3") ? 1.7 : 1;
      table.add(row, 100 * factor * error, 100);
    }
    return table.build();
  }
}
