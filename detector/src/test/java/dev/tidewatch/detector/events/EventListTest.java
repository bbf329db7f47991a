package dev.tidewatch.detector.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventListTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<EventWish> read(String... lines) {
    return EventList.read(String.join("\n", lines), BERLIN);
  }

  @Test
  void readsMomentsDaysAndStretches() {
    List<EventWish> events =
        read(
            "\uFEFFTime,Kind,Title,end,where",
            "2026-11-20T17:02:00Z,deploy,shop-api 4.12,,",
            "2026-12-25,Holiday,Christmas,,marketplace:de;platform:web",
            "",
            "2026-11-27,campaign,\"Black, really\",2026-11-30,",
            "2026-11-20 18:02,note,'=SUM(A1),,");
    assertThat(events)
        .extracting(event -> event.time().start() + "/" + event.time().end())
        .containsExactly(
            "2026-11-20T17:02:00Z/2026-11-20T17:02:00Z",
            "2026-12-24T23:00:00Z/2026-12-25T23:00:00Z",
            "2026-11-26T23:00:00Z/2026-11-30T23:00:00Z",
            "2026-11-20T17:02:00Z/2026-11-20T17:02:00Z");
    assertThat(events)
        .extracting(EventWish::title)
        .containsExactly("shop-api 4.12", "Christmas", "Black, really", "=SUM(A1)");
    assertThat(events.get(1).kind()).isEqualTo(Kind.HOLIDAY);
    assertThat(events.get(1).scope().values())
        .isEqualTo(Map.of("marketplace", "de", "platform", "web"));
  }

  @Test
  void tellsAllMistakesWithLineAndValue() {
    assertThatThrownBy(
            () ->
                read(
                    "time,kind,title,end",
                    "2026-11-20,deploj,a,",
                    "yesterday,deploy,a,",
                    "2026-11-20,deploy,,",
                    "2026-11-20,deploy," + "x".repeat(121) + ",",
                    "2026-11-20,deploy,b,2026-11-19",
                    "2026-11-20,deploy",
                    "2026-11-20,deploy,\"c,"))
        .isInstanceOf(EventRefused.class)
        .hasMessageContaining("line 2: 'deploj' is no kind of event; use deploy, campaign")
        .hasMessageContaining("line 3: 'yesterday' is no time; use one such as")
        .hasMessageContaining("line 4: an event has a title")
        .hasMessageContaining("line 5: a title has 120 characters at most, not 121")
        .hasMessageContaining("line 6: the end 2026-11-18T23:00:00Z is before the start")
        .hasMessageContaining("line 7: it has 2 fields, the first line 4")
        .hasMessageContaining("line 8: the quote at character");
  }

  @Test
  void needsItsColumns() {
    assertThatThrownBy(() -> read("time,title", "2026-11-20,a"))
        .hasMessage(
            "line 1: there is no column 'kind'; the first line names the columns time,kind,title");
    assertThatThrownBy(() -> read("time,kind,title,colour", "2026-11-20,note,a,red"))
        .hasMessageContaining("column 'colour' is not known");
    assertThatThrownBy(() -> read("")).hasMessageContaining("there is no line in it");
  }

  @Test
  void anEventLastsAYearAtMost() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    assertThatThrownBy(() -> new EventTime(start, start.plusSeconds(367 * 86_400)))
        .hasMessageContaining("a year at most");
    assertThatThrownBy(() -> EventTime.read("1066-10-14", BERLIN))
        .hasMessageContaining("between 1970 and 3000");
  }
}
