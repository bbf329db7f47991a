package dev.tidewatch.detector.console.mutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.alerting.Mute;
import dev.tidewatch.detector.alerting.Mutes;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.console.Datasets;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutePagesTest {
  private static final String PAGE = "/alerts/mutes";

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
    console.database().change(handle -> Datasets.shop(handle, 1));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private List<Mute> mutes(long detector) {
    return console.database().read(handle -> Mutes.active(handle, detector, Instant.now()));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none");
  }

  @Test
  void saysThatNothingIsMuted() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .contains("Nothing is muted", "An operator can mute here")
        .doesNotContain("name=\"parts\"");
  }

  @Test
  void mutesForSomeHours() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    HttpResponse<String> muted =
        ola.submit(
            PAGE,
            PAGE,
            "detector",
            "shop",
            "measure",
            "revenue",
            "parts",
            "store:a:b <i>\r\n",
            "hours",
            "24");
    assertThat(location(muted)).isEqualTo(PAGE);
    Mute mute = mutes(1).get(0);
    assertThat(mute.measure()).isEqualTo("revenue");
    assertThat(mute.scope().values()).isEqualTo(Map.of("store", "a:b <i>"));
    assertThat(mute.giver()).isEqualTo("operator");
    assertThat(mute.until())
        .isCloseTo(Instant.now().plus(24, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    assertThat(ola.page(PAGE))
        .contains("revenue of shop (a:b &lt;i&gt;) is muted until", "23 hours", "operator")
        .doesNotContain("<i>");
    assertThat(ola.page("/alerts")).contains("Mutes (1)");
  }

  @Test
  void mutesUntilATimeOfTheZoneThatIsShown() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    LocalDateTime tomorrow =
        LocalDateTime.now(ZoneId.of("Asia/Tokyo")).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
    ola.submit(
        PAGE,
        PAGE + "?tz=Asia/Tokyo",
        "detector",
        "outlet",
        "hours",
        "",
        "until",
        tomorrow.toString());
    assertThat(mutes(2))
        .singleElement()
        .satisfies(
            mute -> {
              assertThat(mute.until())
                  .isEqualTo(tomorrow.atZone(ZoneId.of("Asia/Tokyo")).toInstant());
              assertThat(mute.scope().values()).isEmpty();
            });
    assertThat(ola.page(PAGE)).contains("all measures");
  }

  @Test
  void saysWhatIsWrongAndKeepsWhatWasEntered() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    wrong(ola, "There is no measure &#39;views&#39;", "measure", "views", "hours", "1");
    wrong(ola, "There is no dimension &#39;city&#39;", "parts", "city:x", "hours", "1");
    wrong(ola, "“nonsense” is no dimension:value", "parts", "nonsense", "hours", "1");
    wrong(ola, "A mute has one value of “store”", "parts", "store:a\nstore:b", "hours", "1");
    wrong(ola, "Say how long nothing is to be heard of it", "hours", "");
    wrong(ola, "“soon” is no time such as", "until", "soon");
    wrong(ola, "A mute ends in the future", "until", "2020-01-01T00:00");
    wrong(ola, "A mute lasts a year at most", "until", "2999-01-01T00:00");
    wrong(ola, "“0” is no number of hours", "hours", "0");
    assertThat(ola.submit(PAGE, PAGE, "detector", "", "hours", "1", "measure", "<kept>").body())
        .contains("Choose a detector.", "value=\"&lt;kept>\"");
    assertThat(mutes(1)).isEmpty();
  }

  private static void wrong(Person who, String sentence, String... fields) throws Exception {
    String[] all = new String[fields.length + 2];
    all[0] = "detector";
    all[1] = "shop";
    System.arraycopy(fields, 0, all, 2, fields.length);
    HttpResponse<String> refused = who.submit(PAGE, PAGE, all);
    assertThat(refused.statusCode()).isEqualTo(422);
    String readable = refused.body().replace("'", "&#39;");
    assertThat(readable).contains(sentence).contains("notice bad");
  }

  @Test
  void thePageOfAnAnomalyMutesItsPart() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    HttpResponse<String> muted =
        ola.submit(
            PAGE,
            "/d/shop/mutes",
            "measure",
            "orders",
            "dim",
            "store:berlin",
            "hours",
            "1",
            "back",
            "/d/shop/a/1#mute");
    assertThat(location(muted)).isEqualTo("/d/shop/a/1#mute");
    assertThat(mutes(1).get(0).scope().values()).isEqualTo(Map.of("store", "berlin"));
    assertThat(location(ola.submit(PAGE, "/d/shop/mutes", "hours", "1", "back", "//evil")))
        .isEqualTo(PAGE);
    HttpResponse<String> refused =
        ola.submit(PAGE, "/d/shop/mutes", "measure", "views", "hours", "1", "back", "/alerts");
    assertThat(location(refused)).isEqualTo("/alerts");
    assertThat(ola.page("/alerts")).contains("notice bad", "There is no measure");
    assertThat(ola.submit(PAGE, "/d/nobody/mutes", "hours", "1").statusCode()).isEqualTo(404);
  }

  @Test
  void aMuteEndsWhenSomebodySaysSo() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    ola.submit(PAGE, PAGE, "detector", "shop", "hours", "1");
    String id = String.valueOf(mutes(1).get(0).id());
    ola.submit(PAGE, PAGE + "/end", "id", id);
    assertThat(mutes(1)).isEmpty();
    assertThat(ola.page(PAGE)).contains("The mute was ended");
    ola.submit(PAGE, PAGE + "/end", "id", id);
    assertThat(ola.page(PAGE)).contains("This mute has ended already");
    ola.submit(PAGE, PAGE + "/end", "id", "x");
    assertThat(ola.page(PAGE)).contains("This mute has ended already");
  }

  @Test
  void viewersAndForgersMuteNothing() throws Exception {
    Person ola = console.signedIn(Role.OPERATOR);
    assertThat(ola.post(PAGE, "detector", "shop", "hours", "1").statusCode()).isEqualTo(403);
    assertThat(ola.post("/d/shop/mutes", "hours", "1", "seal", "x").statusCode()).isEqualTo(403);
    Person vera = console.signedIn(Role.VIEWER);
    String seal = "/"; // every page with the button to sign out has one
    assertThat(vera.submit(seal, PAGE, "detector", "shop", "hours", "1").statusCode())
        .isEqualTo(403);
    assertThat(vera.submit(seal, "/d/shop/mutes", "hours", "1").statusCode()).isEqualTo(403);
    assertThat(vera.submit(seal, PAGE + "/end", "id", "1").statusCode()).isEqualTo(403);
    assertThat(mutes(1)).isEmpty();
    assertThat(location(console.anybody().get(PAGE))).startsWith("/sign-in");
  }
}
