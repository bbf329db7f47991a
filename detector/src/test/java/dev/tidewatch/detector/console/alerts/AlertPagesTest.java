package dev.tidewatch.detector.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.console.Datasets;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop with four anomalies of the last days, and a detector without any. */
class AlertPagesTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:oncall";
  private static final String ROLE = "arn:aws:iam::123456789012:role/L4M";

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
                  findings.group(1, "revenue", 1, 0, 2, 85, false, "berlin");
                  findings.group(1, "orders", 1, 3, 2, 65, false, "<b>paris</b>");
                  findings.group(1, "revenue", 2, 9, 2, 45, false, "paris");
                  findings.group(1, "revenue", 3, 12, 1, 5, false, "berlin");
                });
    console
        .database()
        .change(
            handle -> {
              Datasets.shop(handle, 1);
              long yesterday = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
              handle.execute(
                  "UPDATE anomaly_group SET started = ?, ended = ?", yesterday, yesterday + 300);
            });
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static String[] form(String name, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "detector",
                "shop",
                "name",
                name,
                "description",
                "tells <em>all</em>",
                "threshold",
                "60",
                "channel",
                "SNS",
                "target",
                TOPIC,
                "format",
                "SHORT_TEXT",
                "role",
                ROLE));
    for (int i = 0; i < more.length; i += 2) {
      int known = fields.indexOf(more[i]);
      if (known >= 0 && known % 2 == 0) {
        fields.set(known + 1, more[i + 1]);
      } else {
        fields.addAll(List.of(more[i], more[i + 1]));
      }
    }
    return fields.toArray(String[]::new);
  }

  private static HttpResponse<String> add(Person who, String... fields) throws Exception {
    return who.submit("/alerts/-/new?detector=shop", "/alerts/-/new", fields);
  }

  private Optional<AlertEntry> find(String name) {
    return console.database().read(handle -> Alerts.find(handle, name));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none");
  }

  private String audit() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder text = new StringBuilder();
      for (Path file :
          files.filter(each -> each.getFileName().toString().contains("audit")).toList()) {
        text.append(Files.isRegularFile(file) ? Files.readString(file) : "");
      }
      return text.toString();
    }
  }

  @Test
  void saysWhatAlertsAreWhereThereIsNone() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page("/alerts"))
        .contains("Nobody is told of anything yet", "An admin can add one here")
        .doesNotContain("Add alert");
    assertThat(console.signedIn(Role.ADMIN).page("/alerts")).contains("Add alert");
  }

  @Test
  void anAlertIsAddedByItsFormAndListed() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    assertThat(ada.page("/alerts/-/new?detector=shop"))
        .contains(
            "value=\"revenue\"", "name=\"value:store\"", "Seen so far", "&lt;b&gt;paris&lt;/b&gt;");
    HttpResponse<String> added =
        add(ada, form("on-call", "measure", "revenue", "value:store", "berlin\nparis\n"));
    assertThat(location(added)).isEqualTo("/alerts/on-call");
    AlertEntry alert = find("on-call").orElseThrow();
    assertThat(alert.threshold()).isEqualTo(60);
    assertThat(alert.action().snsConfiguration().snsTopicArn()).isEqualTo(TOPIC);
    assertThat(alert.filters().metricList()).containsExactly("revenue");
    assertThat(alert.filters().dimensionFilterList().get(0).dimensionValueList())
        .containsExactly("berlin", "paris");
    String sentence =
        "Tells of anomalies of revenue, with a severity of 60 or more, that concern store berlin or paris.";
    assertThat(ada.page("/alerts"))
        .contains("href=\"/alerts/on-call\"", sentence, "Amazon SNS", "SHORT_TEXT", "active");
    assertThat(ada.page("/alerts?detector=outlet")).contains("No alert is called so");
    assertThat(ada.page("/alerts?q=ON-")).contains(sentence);
    assertThat(ada.page("/alerts?q=%3Cscript%3E")).doesNotContain("<script>").contains("Show all");
    assertThat(audit()).contains("\"CreateAlert\"", "on-call");
  }

  @Test
  void aFunctionIsToldAsWell() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    String function = "arn:aws:lambda:us-east-1:123456789012:function:tell";
    add(ada, form("tell", "channel", "LAMBDA", "target", function));
    assertThat(find("tell").orElseThrow().action().lambdaConfiguration().lambdaArn())
        .isEqualTo(function);
    assertThat(ada.page("/alerts/tell"))
        .contains("AWS Lambda, JSON")
        .doesNotContain("<summary>SHORT_TEXT");
  }

  @Test
  void mistakesStandBesideTheFieldsThatKeepWhatWasEntered() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    HttpResponse<String> refused =
        add(
            ada,
            form(
                "no name!",
                "threshold",
                "high",
                "target",
                "<nowhere>",
                "measure",
                "orders",
                "value:store",
                "lyon"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("value=\"no name!\"", "value=\"high\"", "value=\"&lt;nowhere>\"", ">lyon<")
        .contains("id=\"field-name\" name=\"name\" value=\"no name!\" aria-invalid=\"true\"")
        .containsPattern("value=\"orders\" checked")
        .doesNotContain("<nowhere>");
    assertThat(refused.body().split("class=\"wrong\"", -1)).hasSize(4);
    assertThat(audit()).contains("ValidationException");

    add(ada, form("twice"));
    HttpResponse<String> twice = add(ada, form("twice"));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).containsPattern("about-name\"><span class=\"wrong\">[^<]*twice");
    assertThat(add(ada, form("gone", "detector", "nobody")).body()).contains("There is no");
  }

  @Test
  void theTextOfAMessageIsShownOfARealAnomaly() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    add(ada, form("on-call"));
    String page = ada.page("/alerts/on-call");
    assertThat(page)
        .contains("SHORT_TEXT", "LONG_TEXT", "JSON", "what this alert sends", "anomalyGroupId")
        .contains("This alert tells of this anomaly")
        .contains("tells &lt;em&gt;all&lt;/em&gt;")
        .doesNotContain("<em>all");
    String weak = FoundGroup.idOf(1, "revenue", 3);
    assertThat(ada.page("/alerts/on-call?anomaly=" + weak))
        .contains(weak, "This alert does not tell of this anomaly");
    String orders = ada.page("/alerts/on-call?anomaly=" + FoundGroup.idOf(1, "orders", 1));
    assertThat(orders).contains("&lt;b&gt;paris&lt;/b&gt;").doesNotContain("<b>paris");
  }

  @Test
  void withoutAnAnomalyTheSampleIsShown() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    add(ada, form("quiet", "detector", "outlet"));
    assertThat(ada.page("/alerts/quiet"))
        .contains("Nothing was found yet", "TEST", "It told nothing")
        .contains("Would have told 0 times");
  }

  @Test
  void saysHowOftenAnotherThresholdWouldHaveTold() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    add(ada, form("on-call"));
    assertThat(ada.page("/alerts/on-call")).contains("Would have told 2 times in the last 30 days");
    assertThat(ada.page("/alerts/on-call?least=40")).contains("Would have told 3 times");
    assertThat(ada.page("/alerts/on-call?least=0")).contains("Would have told 4 times");
    assertThat(ada.page("/alerts/on-call?least=x")).contains("Would have told 2 times");
    add(ada, form("berlin", "value:store", "berlin"));
    assertThat(ada.page("/alerts/berlin?least=0")).contains("Would have told 2 times");
  }

  @Test
  void aTestThatWasTakenStandsInTheHistory() throws Exception {
    try (KnownTopic topic = KnownTopic.taking()) {
      add(console.signedIn(Role.ADMIN), form("on-call"));
      Person ola = console.signedIn(Role.OPERATOR);
      HttpResponse<String> sent =
          ola.submit("/alerts/on-call", "/alerts/on-call/test", "back", "/alerts/on-call#history");
      assertThat(location(sent)).isEqualTo("/alerts/on-call#history");
      assertThat(topic.published).singleElement().asString().contains(TOPIC, "TEST");
      assertThat(ola.page("/alerts/on-call"))
          .contains("The test message was taken", "arrived", "receipt-1");
      assertThat(audit()).contains("\"TestAlert\"");
    }
  }

  @Test
  void aTestThatFailedSaysWhy() throws Exception {
    try (KnownTopic topic = KnownTopic.refusing()) {
      add(console.signedIn(Role.ADMIN), form("on-call"));
      Person ola = console.signedIn(Role.OPERATOR);
      ola.submit("/alerts/on-call", "/alerts/on-call/test", "back", "/alerts/on-call");
      assertThat(topic.published).isNotEmpty();
      assertThat(ola.page("/alerts/on-call"))
          .contains("notice bad", "The test message was not delivered", "Topic does not exist")
          .contains("not delivered", "Given up");
      assertThat(audit()).contains("Undeliverable");
    }
  }

  @Test
  void theHistoryHasPagesAndLeadsToAnomalies() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    try (KnownTopic topic = KnownTopic.taking()) {
      add(ada, form("on-call"));
      ada.submit("/alerts/on-call", "/alerts/on-call/test");
      assertThat(topic.published).hasSize(1);
    }
    console
        .database()
        .change(
            handle -> {
              for (int i = 0; i < 24; i++) {
                handle.execute(
                    "INSERT INTO alert_event (event, alert, anomaly_group, kind, severity_class, message, state,"
                        + " attempts, created, due, error) SELECT event || ?, alert, ?, 'OPENED', 'MAJOR',"
                        + " replace(message, '\"TEST\"', '\"OPENED\"'), ?, 7, created, due, ? FROM alert_event"
                        + " ORDER BY id LIMIT 1",
                    i,
                    "g",
                    i == 0 ? "FAILED" : i == 1 ? "MUTED" : "SENT",
                    i == 0 ? "no <i>route</i>" : null);
              }
            });
    String newest = ada.page("/alerts/on-call");
    assertThat(newest).contains("Older ›", "href=\"/d/shop/a/").doesNotContain("no &lt;i&gt;");
    String older = newest.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    assertThat(ada.page(older.replace("&amp;", "&")))
        .contains("Given up: no &lt;i&gt;route&lt;/i&gt;", "Not sent: somebody muted it", "Newest")
        .doesNotContain("Older ›");
  }

  @Test
  void anOperatorHasAnAlertTellAnAnomalyAgain() throws Exception {
    String group = FoundGroup.idOf(1, "revenue", 1);
    String page = "/d/shop/a/" + group;
    try (KnownTopic topic = KnownTopic.taking()) {
      Person ada = console.signedIn(Role.ADMIN);
      add(ada, form("on-call"));
      ada.submit("/alerts/on-call", "/alerts/on-call/test");
      makeTheTestTheFirstWordOf(group);
      assertThat(console.signedIn(Role.VIEWER).page(page)).doesNotContain("Resend");
      assertThat(console.signedIn(Role.VIEWER).submit("/", page + "/alerts", "event", "1"))
          .matches(answer -> answer.statusCode() == 403);

      Person olga = console.signedIn(Role.OPERATOR);
      assertThat(olga.page(page)).contains("opened: <strong class=\"\">sent", "Resend");
      olga.submit(page, page + "/alerts", "event", "7");
      assertThat(olga.page(page)).contains("notice bad", "not of this anomaly");
      assertThat(olga.post(page + "/alerts", "event", "1").statusCode()).isEqualTo(403);
      assertThat(events()).hasSize(1);
      olga.submit(page, page + "/alerts", "event", "1");
      assertThat(olga.page(page)).contains("notice good", "tells it again", "opened, repeated");
      assertThat(olga.page("/alerts/on-call")).contains("opened, repeated");
      assertThat(events())
          .satisfiesExactly(
              first -> assertThat(first).isEqualTo("first"),
              again -> assertThat(again).startsWith("first/repeat-20"));
      assertThat(audit()).contains("RepeatAlert");
    }
  }

  private void makeTheTestTheFirstWordOf(String group) {
    console
        .database()
        .change(
            handle ->
                handle.execute(
                    "UPDATE alert_event SET anomaly_group = ?, kind = 'OPENED', event = 'first', message ="
                        + " json_set(message, '$.kind', 'OPENED', '$.eventId', 'first', '$.anomaly.groupId', ?)",
                    group,
                    group));
  }

  private List<String> events() {
    return console
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT event FROM alert_event WHERE json_extract(message, '$.eventId') = event"
                            + " ORDER BY id")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void thresholdAndDescriptionCanBeChanged() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    add(ada, form("on-call"));
    ada.submit(
        "/alerts/on-call", "/alerts/on-call/edit", "threshold", "75", "description", "at night");
    assertThat(find("on-call").orElseThrow().threshold()).isEqualTo(75);
    assertThat(ada.page("/alerts/on-call")).contains("The alert was changed", "at night");
    HttpResponse<String> refused =
        ada.submit(
            "/alerts/on-call", "/alerts/on-call/edit", "threshold", "101", "description", "x");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("value=\"101\"", "about-threshold\"><span class=\"wrong\">")
        .containsPattern("<details class=\"edit\" open");
    assertThat(find("on-call").orElseThrow().description()).isEqualTo("at night");
  }

  @Test
  void deletingAsksFirst() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    add(ada, form("on-call"));
    assertThat(ada.page("/alerts/on-call/delete")).contains("Delete <bdi>on-call</bdi>?");
    assertThat(find("on-call")).isPresent();
    HttpResponse<String> deleted = ada.submit("/alerts/on-call/delete", "/alerts/on-call/delete");
    assertThat(location(deleted)).isEqualTo("/alerts");
    assertThat(find("on-call")).isEmpty();
    assertThat(ada.get("/alerts/on-call").statusCode()).isEqualTo(404);
  }

  @Test
  void anAlertMayHaveTheNameOfAPage() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    assertThat(location(add(ada, form("mutes")))).isEqualTo("/alerts/-/mutes");
    add(ada, form("new"));
    assertThat(ada.page("/alerts/-/mutes")).contains("<h1><bdi>mutes</bdi></h1>");
    assertThat(ada.page("/alerts/mutes")).contains("<h1>Mutes</h1>");
    assertThat(ada.page("/alerts/new")).contains("<h1><bdi>new</bdi></h1>");
    ada.submit("/alerts/mutes/delete", "/alerts/mutes/delete");
    assertThat(find("mutes")).isEmpty();
  }

  @Test
  void whoMayNotChangesNothing() throws Exception {
    add(console.signedIn(Role.ADMIN), form("on-call"));
    Person ola = console.signedIn(Role.OPERATOR);
    String page = ola.page("/alerts/on-call");
    assertThat(page).contains("Send test").doesNotContain("Delete…", "/alerts/on-call/edit");
    for (String path : List.of("edit", "delete")) {
      assertThat(
              ola.submit("/alerts/on-call", "/alerts/on-call/" + path, "threshold", "1")
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(ola.get("/alerts/-/new").statusCode()).isEqualTo(403);
    assertThat(ola.submit("/alerts/on-call", "/alerts/-/new", form("more")).statusCode())
        .isEqualTo(403);
    Person vera = console.signedIn(Role.VIEWER);
    assertThat(vera.page("/alerts/on-call")).doesNotContain(">Send test<");
    assertThat(vera.submit("/alerts/mutes", "/alerts/on-call/test").statusCode()).isEqualTo(403);
    assertThat(find("on-call").orElseThrow().threshold()).isEqualTo(60);
    assertThat(find("more")).isEmpty();
    assertThat(location(console.anybody().get("/alerts"))).startsWith("/sign-in");
  }

  @Test
  void formsFromElsewhereChangeNothing() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    add(ada, form("on-call"));
    assertThat(ada.post("/alerts/on-call/delete", "seal", "forged").statusCode()).isEqualTo(403);
    assertThat(ada.post("/alerts/on-call/test").statusCode()).isEqualTo(403);
    assertThat(ada.post("/alerts/-/new", form("more")).statusCode()).isEqualTo(403);
    assertThat(find("on-call")).isPresent();
    assertThat(find("more")).isEmpty();
  }
}
