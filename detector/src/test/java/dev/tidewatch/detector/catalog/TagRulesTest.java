package dev.tidewatch.detector.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagRulesTest {
  @Test
  void allowsLettersOfAllScriptsDigitsSpacesAndSomeSigns() {
    assertThat(TagRules.problems(Map.of("Größe 1_.:/=+@-", "東京 2", "empty", ""))).isEmpty();
  }

  @Test
  void refusesOtherSigns() {
    assertThat(TagRules.problems(Map.of("what?", "a\tb")))
        .containsExactly(
            "the key \"what?\" should be of letters, digits, spaces and _ . : / = + @ -",
            "the value \"a\tb\" of \"what?\" should be of letters, digits, spaces and _ . : / = + @ -");
  }

  @Test
  void refusesReservedKeysInAnyCase() {
    assertThat(TagRules.problems(Map.of("AWS:stack", "x")))
        .containsExactly("the key \"AWS:stack\" begins with aws:, which is reserved");
    assertThat(TagRules.problems(Map.of("awsome", "x"))).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(TagRules.problems(Map.of("k".repeat(128), "v".repeat(256)))).isEmpty();
    assertThat(TagRules.problems(Map.of("k".repeat(129), "v"))).hasSize(1);
    assertThat(TagRules.problems(Map.of("k", "v".repeat(257)))).hasSize(1);
    assertThat(TagRules.problems(Map.of("", "v"))).hasSize(1);
  }

  @Test
  void countsAKeyThatIsThereAlreadyOnce() {
    assertThat(TagRules.tooMany(Set.of("a", "b"), Set.of("b", "c"), 3)).isEmpty();
    assertThat(TagRules.tooMany(Set.of("a", "b"), Set.of("c", "d"), 3))
        .contains("there would be 4 tags, more than the 3 a resource may have");
  }
}
