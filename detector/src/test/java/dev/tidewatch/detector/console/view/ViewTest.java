package dev.tidewatch.detector.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.overview.GroupOrder;
import dev.tidewatch.detector.overview.LaneKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static View view(String... namesAndValues) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], List.of(namesAndValues[i + 1].split("\\|")));
    }
    return View.of(new Query(values), NOW, UTC);
  }

  @Test
  void showsTheLastWeekWhereTheUrlSaysNothing() {
    View view = view();
    assertThat(view.range().to()).isEqualTo(NOW);
    assertThat(view.range().from()).isEqualTo(NOW.minus(Duration.ofDays(7)));
    assertThat(view.severity()).isEqualTo(50);
    assertThat(view.lanes()).isEqualTo(LaneKind.MEASURE);
    assertThat(view.order()).isEqualTo(GroupOrder.NEWEST);
    assertThat(view.doubts()).isEmpty();
  }

  @Test
  void readsLocalTimesInTheZoneOfTheUrl() {
    View view = view("from", "2026-11-01", "to", "2026-11-02T18:30", "tz", "Europe/Berlin");
    assertThat(view.range().from()).isEqualTo("2026-10-31T23:00:00Z");
    assertThat(view.range().to()).isEqualTo("2026-11-02T17:30:00Z");
  }

  @Test
  void saysWhatItDoesNotUnderstandAndShowsTheUsual() {
    View view = view("sev", "101", "order", "loudest", "page", "0", "dim", ":x|a:b:c");
    assertThat(view.severity()).isEqualTo(50);
    assertThat(view.page()).isEqualTo(1);
    assertThat(view.dimensions()).containsExactly(Map.entry("a", "b:c"));
    assertThat(view.doubts()).hasSize(4).anyMatch(doubt -> doubt.contains("“loudest” is no order"));
  }

  @Test
  void takesBothEndsOfOneFieldSoThatAnotherChoiceReplacesBoth() {
    View view = view("from", "2026-11-01T00:00:00Z/2026-11-02T00:00:00Z", "sev", "70");
    assertThat(view.range().from()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(view.range().to()).isEqualTo("2026-11-02T00:00:00Z");
    assertThat(view.query().url("/"))
        .isEqualTo("/?from=2026-11-01T00:00:00Z&sev=70&to=2026-11-02T00:00:00Z");
    assertThat(TimeChoice.DAYS).noneMatch(choice -> choice.isChosen(view));
  }

  @Test
  void turnsNoTimeRound() {
    View view = view("from", "2026-11-02", "to", "2026-11-01");
    assertThat(view.range().from()).isEqualTo("2026-10-31T00:00:00Z");
    assertThat(view.doubts()).hasSize(1);
  }

  @Test
  void goesBackByTheLengthOfWhatIsShown() {
    View view = view("from", "-6h");
    assertThat(view.shifted(-1).url("/"))
        .isEqualTo("/?from=2026-11-28T00:00:00Z&to=2026-11-28T06:00:00Z");
  }

  @Test
  void takesTimeZoneAndSeverityAlongToOtherPagesAndNothingElse() {
    View view = view("from", "-30d", "sev", "70", "q", "uk", "tz", "Asia/Tokyo", "page", "3");
    assertThat(view.link("/detectors")).isEqualTo("/detectors?from=-30d&tz=Asia/Tokyo&sev=70");
    assertThat(view.with("order", "widest").url("/")).doesNotContain("page=").contains("q=uk");
  }

  @Test
  void writesWhateverAValueHoldsSoThatItComesBackTheSame() {
    Query query = Query.empty().with("dim", "a b:ü&=#?%+\"<>");
    assertThat(query.url("/")).matches("/\\?dim=[\\w%:./~*-]+");
    assertThat(java.net.URI.create(query.url("/")).getQuery()).isEqualTo("dim=a b:ü&=#?%+\"<>");
  }
}
