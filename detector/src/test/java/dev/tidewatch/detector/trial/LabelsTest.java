package dev.tidewatch.detector.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.wire.ApiError;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  @Test
  void readsTimesAndScopes() {
    Labels labels =
        Labels.parse(
            """
            start,end
            # the outage
            2026-11-20T17:00:00Z,2026-11-20T17:30:00Z, marketplace=uk ,platform=web

            2026-11-21T17:00:00Z,2026-11-21T17:30:00Z
            """);
    assertThat(labels.complete()).isTrue();
    assertThat(labels.all()).hasSize(2).allMatch(Label::anomaly);
    assertThat(labels.all().get(0).start()).isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
    assertThat(labels.all().get(0).scope().values())
        .isEqualTo(Map.of("marketplace", "uk", "platform", "web"));
    assertThat(labels.all().get(1).scope().values()).isEmpty();
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(Labels.parse("").all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T17:00:00Z | line 2: a line is start,end,dimension=value",
        "yesterday,2026-11-20T17:00:00Z | line 2: 'yesterday' is no time",
        "2026-11-20T17:00:00Z,2026-11-20T17:00:00Z | is not after the start",
        "2026-11-20T17:00:00Z,2026-11-20T18:00:00Z,uk | line 2: a line is start,end"
      })
  void namesTheLineThatIsWrong(String line, String message) {
    assertThatThrownBy(() -> Labels.parse("# labels\n" + line))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining(message);
  }

  @Test
  void keepsThoseThatTouchATime() {
    Labels labels = Labels.parse("2026-11-20T17:00:00Z,2026-11-20T18:00:00Z");
    Instant end = Instant.parse("2026-11-20T18:00:00Z");
    assertThat(labels.within(end.minusSeconds(1), end.plusSeconds(9)).all()).hasSize(1);
    assertThat(labels.within(end, end.plusSeconds(9)).all()).isEmpty();
  }
}
