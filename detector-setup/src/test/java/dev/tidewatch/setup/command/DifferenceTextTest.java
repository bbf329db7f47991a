package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTextTest {
  private static String change(String from, String to) {
    return DifferenceText.of(Optional.of(from), Optional.of(to));
  }

  @Test
  void showsShortTextsWhole() {
    assertThat(change("60", "70")).isEqualTo("60 → 70");
    assertThat(DifferenceText.of(Optional.empty(), Optional.of("a"))).isEqualTo("(none) → a");
    assertThat(DifferenceText.of(Optional.of("a"), Optional.empty())).isEqualTo("a → (none)");
  }

  @Test
  void showsLongTextsWhereTheyDiffer() {
    String same = "x".repeat(300);
    assertThat(change(same + "topic", same + "topics"))
        .isEqualTo("…" + "x".repeat(25) + "topic → …" + "x".repeat(25) + "topics");
    assertThat(change(same + "a" + same, same + "b" + same)).contains("xa", "xb").hasSize(207);
  }

  @Test
  void cutsALongTextThatIsNew() {
    assertThat(DifferenceText.of(Optional.of("y".repeat(200)))).isEqualTo("y".repeat(100) + "…");
  }
}
