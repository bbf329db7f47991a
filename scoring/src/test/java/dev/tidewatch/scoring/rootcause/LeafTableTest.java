package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeafTableTest {
  private final LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));

  @Test
  void wantsAValueForEveryDimension() {
    assertThatThrownBy(() -> table.add(List.of("ios"), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[ios]")
        .hasMessageContaining("[platform, market]");
  }

  @Test
  void wantsFiniteNumbers() {
    assertThatThrownBy(() -> table.add(List.of("ios", "de"), Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> table.add(List.of("ios", "de"), 1, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void wantsNumbersThatAddUpToFiniteOnes() {
    assertThatThrownBy(() -> table.add(List.of("ios", "de"), 1e300, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a leaf needs numbers up to 1.0E290, not 1.0E300 and expected 1.0");
    assertThatThrownBy(() -> table.add(List.of("ios", "de"), 1, 1, 1e300))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a deviation is 0 to 1.0E290, not 1.0E300");
  }

  @Test
  void wantsDifferentDimensions() {
    assertThatThrownBy(() -> LeafTable.of(List.of("platform", "platform")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different");
    assertThatThrownBy(() -> LeafTable.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsAnAverageAsTheSumItIsTheAverageOf() {
    LeafTable leaves = table.addAverage(List.of("ios", "de"), 3, 4, .5, 10).build();
    assertThat(leaves.value(0)).isEqualTo(30);
    assertThat(leaves.expected(0)).isEqualTo(40);
    assertThat(leaves.deviation(0)).isEqualTo(5);
  }

  @Test
  void growsAsLeavesCome() {
    for (int i = 0; i < 1000; i++) {
      table.add(List.of("p" + i % 3, "m" + i), i, i);
    }
    LeafTable leaves = table.build();
    assertThat(leaves.size()).isEqualTo(1000);
    assertThat(leaves.cardinality(0)).isEqualTo(3);
    assertThat(leaves.value(999)).isEqualTo(999);
    assertThat(leaves.scope(999, 1)).isEqualTo(CauseScope.of(Map.of("platform", "p0")));
  }

  @Test
  void aScopeReadsAsTheLiteratureWritesIt() {
    assertThat(CauseScope.of(Map.of("market", "de", "platform", "ios")))
        .hasToString("market=de&platform=ios");
    assertThat(CauseScope.of(Map.of())).hasToString("");
  }
}
