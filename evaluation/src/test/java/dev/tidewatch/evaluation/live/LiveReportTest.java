package dev.tidewatch.evaluation.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveReportTest {
  private static final Instant FROM = Instant.parse("2026-11-28T04:25:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-29T02:30:00Z");
  private static final HiddenAnomaly DIP =
      hidden("2026-11-28T09:30:00Z", "2026-11-28T10:00:00Z", "platform=a;marketplace=uk");

  @Test
  void countsWhatIsFoundAndNamed() {
    assertThat(figures(List.of(DIP), found("2026-11-28T09:35:00Z", "marketplace=uk")))
        .isEqualTo("hidden 1, found 1, rightly named 0; groups without a label 0");
    assertThat(figures(List.of(DIP), found("2026-11-28T09:35:00Z", "marketplace=uk", "platform=a")))
        .isEqualTo("hidden 1, found 1, rightly named 1; groups without a label 0");
  }

  @Test
  void aGroupWithNothingHiddenThereIsOneWithoutALabel() {
    assertThat(figures(List.of(DIP), found("2026-11-28T12:00:00Z")))
        .isEqualTo("hidden 1, found 0, rightly named 0; groups without a label 1");
  }

  @Test
  void anAnomalyUnderWayAtTheStartNeedNotBeFoundAndIsNoFalseAlarm() {
    HiddenAnomaly underWay = hidden("2026-11-28T04:20:00Z", "2026-11-28T04:35:00Z", "platform=a");
    assertThat(figures(List.of(underWay), found("2026-11-28T04:25:00Z")))
        .isEqualTo("hidden 0, found 0, rightly named 0; groups without a label 0");
    assertThat(figures(List.of(underWay)))
        .isEqualTo("hidden 0, found 0, rightly named 0; groups without a label 0");
  }

  @Test
  void theSilenceAfterTheLastRecordIsNotJudged() {
    assertThat(figures(List.of(), found("2026-11-29T02:30:00Z"), found("2026-11-29T02:25:00Z")))
        .isEqualTo("hidden 0, found 0, rightly named 0; groups without a label 1");
  }

  private static HiddenAnomaly hidden(String start, String end, String... series) {
    return new HiddenAnomaly(
        Instant.parse(start), Instant.parse(end), "dip", Set.of("views"), Set.of(series));
  }

  private static FoundAnomaly found(String start, String... named) {
    Map<String, Double> contributions = new HashMap<>();
    for (String each : named) {
      contributions.put(each, 100.0);
    }
    Instant at = Instant.parse(start);
    return new FoundAnomaly(start, "views", at, at, 90, contributions);
  }

  private static String figures(List<HiddenAnomaly> labels, FoundAnomaly... groups) {
    StringWriter written = new StringWriter();
    new LiveReport(Duration.ofMinutes(5), Map.of(), new PrintWriter(written))
        .print(labels, List.of(groups), FROM, UNTIL);
    return written
        .toString()
        .lines()
        .filter(line -> line.startsWith("hidden "))
        .map(line -> line.substring(0, line.lastIndexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
