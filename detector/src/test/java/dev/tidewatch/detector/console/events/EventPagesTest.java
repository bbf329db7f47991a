package dev.tidewatch.detector.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.events.EventList;
import dev.tidewatch.detector.overview.Findings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPagesTest {
  private static final String GROUP = FoundGroup.idOf(1, "revenue", 1);
  private static final String ANOMALY = "/d/shop/a/" + GROUP;
  private static final String TIME = "?from=2026-11-19T00:00:00Z&to=2026-11-21T00:00:00Z";
  private static final Instant BEGUN = Findings.time(3);

  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console =
        Browsing.start(folder.resolve("data"))
            .with(
                findings -> {
                  findings.detector(1, "shop");
                  findings.detector(2, "payments");
                  findings.group(1, "revenue", 1, 3, 2, 80, true, "berlin");
                  findings.checked(1, 3, "COMPLETED");
                  findings.point(1, "revenue", Findings.time(3), 7, 9, 11);
                });
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static String minutesBefore(int minutes) {
    return BEGUN.minus(Duration.ofMinutes(minutes)).toString();
  }

  private static HttpResponse<String> note(Person person, String... fields) throws Exception {
    return person.submit("/events", "/events", fields);
  }

  @Test
  void whatIsNotedIsListedAndTakenAway() throws Exception {
    Person ana = console.signedIn(Role.OPERATOR);
    assertThat(ana.page("/events" + TIME)).contains("No events were noted", "events add --kind");
    HttpResponse<String> answer =
        note(
            ana,
            "kind",
            "deploy",
            "title",
            "<script>x()</script> 4.12",
            "at",
            "2026-11-20T10:05",
            "detector",
            "shop",
            "parts",
            "store:berlin\n");
    assertThat(answer.statusCode()).isEqualTo(303);
    String page = ana.page("/events" + TIME);
    assertThat(page)
        .contains("1 event", "deploy", "&lt;script>x()&lt;/script> 4.12", "berlin", "operator")
        .doesNotContain("<script>x()");
    assertThat(ana.page("/events" + TIME + "&kind=holiday")).contains("0 events");
    assertThat(ana.page("/events" + TIME + "&q=4.12")).contains("1 event");
    assertThat(ana.page("/events" + TIME + "&detector=payments")).contains("0 events");
    String csv = ana.page("/events.csv" + TIME);
    assertThat(csv)
        .contains(
            "2026-11-20T10:05:00Z,,deploy,<script>x()</script> 4.12,shop,store:berlin,operator");
    assertThat(EventList.read(csv, ZoneOffset.UTC))
        .singleElement()
        .satisfies(wish -> assertThat(wish.scope().values()).containsEntry("store", "berlin"));
    assertThat(ana.page("/events.json" + TIME)).contains("\"kind\" : \"deploy\"");
    assertThat(ana.submit("/events", "/events/delete", "id", "1").statusCode()).isEqualTo(303);
    assertThat(ana.page("/events" + TIME)).contains("The event was taken away.", "0 events");
    try (var files = Files.walk(folder.resolve("data/audit"))) {
      assertThat(files.filter(Files::isRegularFile))
          .anySatisfy(file -> assertThat(file).content().contains("AddEvents", "DeleteEvent"));
    }
  }

  @Test
  void aMistakeIsSaidBesideWhatWasEntered() throws Exception {
    Person ana = console.signedIn(Role.OPERATOR);
    HttpResponse<String> answer = note(ana, "kind", "deploy", "title", "y".repeat(121));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("A title has 120 characters at most, not 121.", "y".repeat(121));
    assertThat(note(ana, "kind", "deploy", "title", "a", "parts", "berlin").body())
        .contains("is no dimension:value");
    assertThat(note(ana, "kind", "deploy", "title", "a", "detector", "none").body())
        .contains("There is no detector");
    assertThat(note(ana, "kind", "deploy", "title", "a", "at", "2026-13-01T00:00").body())
        .contains("is no time");
  }

  @Test
  void whoOnlyLooksNotesNothing() throws Exception {
    Person viewer = console.signedIn(Role.VIEWER);
    assertThat(viewer.page("/events"))
        .contains("An operator can note one here.")
        .doesNotContain("name=\"title\"");
    assertThat(viewer.submit("/", "/events", "kind", "note", "title", "a").statusCode())
        .isEqualTo(403);
    assertThat(viewer.submit("/", "/events/delete", "id", "1").statusCode()).isEqualTo(403);
    assertThat(console.signedIn(Role.OPERATOR).post("/events", "kind", "note").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAnomalySaysWhatWasNotedAroundItTheNearestFirst() throws Exception {
    Person ana = console.signedIn(Role.OPERATOR);
    assertThat(ana.page(ANOMALY)).contains("No events were noted from 24 hours before");
    note(ana, "kind", "deploy", "title", "far", "at", minutesBefore(600));
    note(ana, "kind", "deploy", "title", "near", "at", minutesBefore(10), "detector", "shop");
    note(ana, "kind", "campaign", "title", "long", "at", "2026-11-19", "until", "2026-11-22");
    note(ana, "kind", "note", "title", "later", "at", minutesBefore(-3));
    note(ana, "kind", "note", "title", "elsewhere", "at", minutesBefore(2), "parts", "store:paris");
    note(ana, "kind", "note", "title", "theirs", "at", minutesBefore(2), "detector", "payments");
    note(ana, "kind", "note", "title", "old", "at", minutesBefore(1500));
    String page = ana.page(ANOMALY);
    assertThat(page).containsSubsequence("long", "later", "near", "far");
    assertThat(page)
        .contains("10 minutes before", "10 hours before", "under way, for", "3 minutes after it")
        .contains("No holiday was noted.")
        .doesNotContain("elsewhere", "theirs", "<bdi>old</bdi>");
    note(ana, "kind", "holiday", "title", "Day of Repentance", "at", "2026-11-20");
    assertThat(ana.page(ANOMALY)).contains("Day of Repentance").doesNotContain("No holiday");
  }

  @Test
  void chartsAndLanesHaveThem() throws Exception {
    Person ana = console.signedIn(Role.OPERATOR);
    note(ana, "kind", "deploy", "title", "shop-api", "at", minutesBefore(10));
    assertThat(ana.page("/d/shop/series/1.json" + TIME + "&measure=revenue&tz=UTC"))
        .contains(
            "\"events\":[{\"from\":1795169100,\"to\":1795169100,\"kind\":\"deploy\",\"title\":\"shop-api\"}]");
    assertThat(ana.page("/" + TIME)).contains("class=\"mark c", ": deploy shop-api", "Hide events");
    assertThat(ana.page("/" + TIME + "&events=off"))
        .doesNotContain("class=\"mark c")
        .contains("Show events", ANOMALY + TIME.replace("&", "&amp;") + "&amp;events=off");
    assertThat(ana.page(ANOMALY)).contains("data-events=\"on\"");
    assertThat(ana.page(ANOMALY + "?events=off")).contains("data-events=\"off\"");
  }
}
