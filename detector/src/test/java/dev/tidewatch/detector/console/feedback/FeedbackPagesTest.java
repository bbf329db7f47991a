package dev.tidewatch.detector.console.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.overview.Findings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackPagesTest {
  private static final String TIME = "from=2026-11-02T00:00:00Z&to=2026-11-23T00:00:00Z";

  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console =
        Browsing.start(folder.resolve("data"))
            .with(
                findings -> {
                  findings.detector(1, "shop");
                  findings.detector(2, "outlet");
                });
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private void find() {
    console.with(
        findings -> {
          findings.group(1, "revenue", 1, 0, 2, 85, false, "berlin", "paris");
          findings.group(1, "revenue", 2, 20, 2, 65, false, "berlin");
          findings.group(1, "=cmd()", 1, 40, 2, 2, false, "berlin");
          findings.group(2, "orders", 1, 40, 2, 45, false, "berlin");
        });
    console
        .database()
        .change(
            handle -> {
              handle.execute("UPDATE anomaly_group SET detected = (started + 300 + 360) * 1000");
              FeedbackBook.put(handle, word(1, 1, "CONFIRMED", "", ""));
              FeedbackBook.put(handle, word(1, 2, "CONFIRMED", "", ""));
              FeedbackBook.put(
                  handle, word(2, 1, "EXPECTED", "campaign", "<b>Black</b> Friday\n\u202Eok"));
            });
  }

  private static FeedbackBook.Entry word(
      int number, long series, String word, String cause, String note) {
    return new FeedbackBook.Entry(
        FoundGroup.idOf(1, "revenue", number),
        series,
        word.equals("CONFIRMED"),
        Findings.START.plus(Duration.ofHours(number)),
        "ann",
        note,
        word,
        cause);
  }

  @Test
  void saysThatThereIsNothingToJudge() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page("/feedback"))
        .contains("<h1>Feedback</h1>", "Nothing was found in this time", "the last year");
  }

  @Test
  void saysHowRightEachMeasureIs() throws Exception {
    find();
    String page = console.signedIn(Role.VIEWER).page("/feedback?" + TIME);
    assertThat(page)
        .contains("<strong>4</strong> anomalies found, <strong>2</strong> judged")
        .contains("<strong>50 %</strong> of those confirmed", "6 minutes");
    assertThat(page.replaceAll("\\s*(<[^>]+>\\s*)+", "|"))
        .contains("2|2|1|1|0|0|50 %|6 minutes|0.0");
    assertThat(page)
        .contains("Week of 16 Nov 2026: 4 found, 1 confirmed", "2 Nov 2026", "9 Nov 2026");
    assertThat(console.signedIn(Role.VIEWER).page("/feedback?detector=outlet&" + TIME))
        .contains("<strong>1</strong> anomalies found", "Nobody judged any of these yet");
    assertThat(console.signedIn(Role.VIEWER).page("/feedback?detector=gone&" + TIME))
        .contains("Nothing was found");
  }

  @Test
  void listsWhatWasSaidLast() throws Exception {
    find();
    String page = console.signedIn(Role.VIEWER).page("/feedback?" + TIME);
    String latest = page.substring(page.indexOf("What was said last"));
    assertThat(latest)
        .contains("Expected", "campaign", "&lt;b&gt;Black&lt;/b&gt; Friday ok", "ann", "Confirmed")
        .contains("2 series", "/d/shop/a/" + FoundGroup.idOf(1, "revenue", 1))
        .doesNotContain("<b>Black");
    assertThat(latest.indexOf("Expected")).isLessThan(latest.indexOf("Confirmed"));
  }

  @Test
  void theTableCanBeTakenAway() throws Exception {
    find();
    Person vera = console.signedIn(Role.VIEWER);
    HttpResponse<String> csv = vera.get("/feedback.csv?" + TIME);
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("feedback.csv");
    assertThat(csv.body().lines())
        .contains("shop,revenue,2,2,1,1,0,0,0.5,360.0,0.0")
        .contains("shop,'=cmd(),1,0,0,0,0,0,,360.0,0.0")
        .hasSize(4);
    assertThat(console.anybody().get("/feedback.csv").statusCode()).isEqualTo(303);
    assertThat(console.anybody().get("/feedback").statusCode()).isEqualTo(303);
  }
}
