package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.overview.Findings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyPageTest {
  private static final String GROUP = FoundGroup.idOf(1, "revenue", 1);
  private static final String PAGE = "/d/shop/a/" + GROUP;
  private static final String TIME = "?from=2026-11-19T00:00:00Z&to=2026-11-21T00:00:00Z";

  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console =
        Browsing.start(folder.resolve("data"))
            .with(
                findings -> {
                  findings.detector(1, "shop");
                  findings.group(1, "revenue", 1, 3, 2, 80, true, "berlin", "<script>x()</script>");
                  findings.checked(1, 3, "COMPLETED");
                  findings.point(1, "revenue", Findings.time(3), 7, 9, 11);
                });
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void saysWhatHappenedWhereAndWhen() throws Exception {
    String page = console.signedIn(Role.VIEWER).page(PAGE + "?tz=Europe/Berlin");
    assertThat(page)
        .contains("Revenue rose 800 % above expected", "80 critical", "berlin", "still going on")
        .contains("Fri 20 Nov 11:15–11:25", "CET");
    assertThat(page).contains("&lt;script>x()&lt;/script>").doesNotContain("<script>x()");
  }

  @Test
  void isInTheListOfItsTimeAndNotOfOthers() throws Exception {
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/" + TIME)).contains(GROUP).contains("class=\"cell");
    assertThat(ana.page("/?from=2026-11-01&to=2026-11-02")).doesNotContain(GROUP);
    assertThat(ana.page("/" + TIME + "&sev=81")).doesNotContain(GROUP).contains("Show it");
    assertThat(ana.page("/" + TIME + "&dim=store:berlin")).contains(GROUP);
    assertThat(ana.page("/" + TIME + "&dim=store:nowhere")).doesNotContain(GROUP);
  }

  @Test
  void takesAWordOfAnOperatorOnAllItsSeries() throws Exception {
    Person ana = console.signedIn(Role.OPERATOR);
    HttpResponse<String> answer =
        ana.submit(
            PAGE,
            PAGE + "/feedback",
            "word",
            "expected",
            "cause",
            "campaign",
            "note",
            "Black Friday",
            "back",
            PAGE + "#feedback");
    assertThat(answer.headers().firstValue("location")).contains(PAGE + "#feedback");
    assertThat(ana.page(PAGE)).contains("Noted: Expected", "Black Friday", "campaign");
    List<FeedbackBook.Entry> words =
        console.database().read(handle -> FeedbackBook.of(handle, GROUP));
    assertThat(words)
        .hasSize(2)
        .allSatisfy(
            word -> {
              assertThat(word.relevant()).isFalse();
              assertThat(word.word()).isEqualTo("EXPECTED");
              assertThat(word.giver()).isEqualTo("operator");
            });
    assertThat(Files.walk(folder.resolve("data/audit")).filter(Files::isRegularFile))
        .anySatisfy(file -> assertThat(file).content().contains("PutFeedback", "Black Friday"));
  }

  @Test
  void takesNoWordOfAViewerNorOfAForgedForm() throws Exception {
    Person viewer = console.signedIn(Role.VIEWER);
    assertThat(viewer.page(PAGE)).doesNotContain(PAGE + "/feedback\"");
    assertThat(viewer.submit("/", PAGE + "/feedback", "word", "expected").statusCode())
        .isEqualTo(403);
    Person operator = console.signedIn(Role.OPERATOR);
    assertThat(operator.post(PAGE + "/feedback", "word", "expected", "seal", "AAAA").statusCode())
        .isEqualTo(403);
    HttpResponse<String> fromElsewhere =
        operator.send(
            HttpRequest.newBuilder(URI.create(console.url() + PAGE + "/feedback"))
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("word=expected")));
    assertThat(fromElsewhere.statusCode()).isEqualTo(403);
    List<FeedbackBook.Entry> words =
        console.database().read(handle -> FeedbackBook.of(handle, GROUP));
    assertThat(words).isEmpty();
  }

  @Test
  void tellsOfWhatIsNotThere() throws Exception {
    Person ana = console.signedIn(Role.VIEWER);
    HttpResponse<String> missing = ana.get("/d/shop/a/00000000-0000-0000-0000-000000000000");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is no such anomaly of “shop”.");
    assertThat(ana.get("/d/none/a/x").body()).contains("There is no detector “none”.");
  }

  @Test
  void givesChartsTheirPoints() throws Exception {
    Person ana = console.signedIn(Role.VIEWER);
    String json = ana.page("/d/shop/series/1.json" + TIME + "&measure=revenue&tz=UTC");
    assertThat(json)
        .contains("\"measure\":\"revenue\"", "\"scope\":{\"store\":\"berlin\"}")
        .contains("\"value\":[9]", "\"lower\":[0]", "\"upper\":[2]", "\"weekBefore\":[null]")
        .contains("\"anomalous\":[{\"from\":1795169700,\"to\":1795170300}]");
    assertThat(ana.get("/d/shop/series/99.json?measure=revenue").statusCode()).isEqualTo(404);
  }

  @Test
  void givesListsToTakeAway() throws Exception {
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/anomalies.csv" + TIME))
        .startsWith("id,detector,measure")
        .contains(
            GROUP + ",shop,revenue,store=berlin,Revenue rose 800 % above expected,80.0,critical");
    assertThat(ana.page("/anomalies.json" + TIME)).contains("\"id\" : \"" + GROUP + "\"");
  }

  @Test
  void saysOfAUrlWhatItCouldNotUnderstand() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page("/?sev=loud&from=yesterday&tz=Mars/Phobos&dim=x"))
        .contains("“loud” is no severity from 0 to 100; the usual one is shown.")
        .contains(
            "“yesterday” is no time", "“Mars/Phobos” is no time zone", "“x” is no dimension:value");
  }
}
