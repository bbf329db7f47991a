package dev.tidewatch.detector.console.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.child.Intervals;
import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.ProcessSettings;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.server.TravellingClock;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What somebody says of an anomaly moves the next one that looks like it: a detector reads S3
 * interval by interval, an alert tells of what it found, people judge it in the console, and days
 * later the same happens again.
 */
@ExtendWith(LocalAwsExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class LookAlikeTest {
  private static final Instant LIVE = Instant.parse("2026-03-23T00:00:00Z");
  private static final int LEARNT = 900;
  private static final int FIRST = 5;
  private static final int AGAIN = FIRST + 72;

  /** Later than all that is written: an interval is run when its manifest says that it is there. */
  private static final Duration WAITING = Duration.ofDays(5);

  private static final Pattern TITLE = Pattern.compile("<h1>.*?</span> (\\d+) \\w+</span>");
  private static final Pattern LINK = Pattern.compile("/d/shop/a/[0-9a-f-]{36}");

  private LocalStation station;
  private ProcessSettings settings;
  private Browsing console;
  private Intervals intervals;
  private final List<Message> told = new ArrayList<>();
  private int written;

  @BeforeAll
  void startsAndLearns(@TempDir Path folder, LocalAws aws) throws Exception {
    station = new LocalStation(aws, "look-alikes");
    settings = ProcessSettings.of(station.environment());
    intervals = new Intervals(station.bucket(), "shop");
    StringBuilder history = new StringBuilder(header());
    for (int hour = -LEARNT; hour < 0; hour++) {
      history.append(rows(hour, 1, 1));
    }
    station.bucket().put("history/all.csv", history.toString());
    put(1, 1); // or the first look for manifests finds none, and the next is an hour later
    console =
        Browsing.start(folder, new TravellingClock(Clock.systemUTC(), LIVE.plus(WAITING), 100));
    declare(station.topic("look-alikes"));
    waitFor("SELECT count(*) FROM detector WHERE status = 'ACTIVE'");
  }

  @AfterAll
  void stop() {
    console.close();
    settings.close();
    station.close();
  }

  private void declare(String topic) {
    NewAccessKey key = console.key(Role.ADMIN);
    try (LookoutMetricsClient client = client(key)) {
      String detector =
          client
              .createAnomalyDetector(
                  request ->
                      request
                          .anomalyDetectorName("shop")
                          .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT1H")))
              .anomalyDetectorArn();
      client.createMetricSet(
          request ->
              request
                  .anomalyDetectorArn(detector)
                  .metricSetName("sales")
                  .metricSetFrequency("PT1H")
                  .offset((int) WAITING.toSeconds())
                  .timezone("UTC")
                  .dimensionList("country", "platform")
                  .metricList(sum("orders"), sum("views"))
                  .timestampColumn(column -> column.columnName("time").columnFormat("UNIX"))
                  .metricSource(station.source("shop")));
      client.createAlert(
          request ->
              request
                  .alertName("oncall")
                  .anomalyDetectorArn(detector)
                  .alertSensitivityThreshold(10)
                  .action(
                      action ->
                          action.snsConfiguration(
                              sns -> sns.roleArn(LocalStation.ROLE).snsTopicArn(topic))));
      client.activateAnomalyDetector(request -> request.anomalyDetectorArn(detector));
    }
  }

  private LookoutMetricsClient client(NewAccessKey key) {
    return LookoutMetricsClient.builder()
        .endpointOverride(URI.create(console.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.key().id(), key.secret().reveal())))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static Metric sum(String measure) {
    return Metric.builder().metricName(measure).aggregationFunction("SUM").build();
  }

  private static String header() {
    return "time,country,platform,orders,views\n";
  }

  /** An hour; by what orders of the UK and views of Germany are multiplied. */
  private static String rows(int hour, double britishOrders, double germanViews) {
    Random random = new Random(hour);
    double day = 1.5 + Math.sin(2 * Math.PI * hour / 24);
    StringBuilder rows = new StringBuilder();
    for (String country : List.of("de", "fr", "uk")) {
      for (String platform : List.of("app", "web")) {
        double orders = 500 * day * (1 + .02 * random.nextGaussian());
        double views = 9_000 * day * (1 + .02 * random.nextGaussian());
        rows.append(
            String.format(
                Locale.ROOT,
                "%d,%s,%s,%.0f,%.0f\n",
                LIVE.plus(Duration.ofHours(hour)).getEpochSecond(),
                country,
                platform,
                orders * (country.equals("uk") ? britishOrders : 1),
                views * (country.equals("de") ? germanViews : 1)));
      }
    }
    return rows.toString();
  }

  /** Time passes as ever until an hour, in which both happen. */
  private void untilItHappens(int hour) {
    while (written < hour) {
      put(1, 1);
    }
    put(.4, 2);
    put(1, 1);
    waitFor(
        "SELECT count(*) FROM progress WHERE next_interval = "
            + LIVE.plus(Duration.ofHours(written)).getEpochSecond());
  }

  private void put(double britishOrders, double germanViews) {
    intervals.putComplete(
        LIVE.plus(Duration.ofHours(written)), header() + rows(written, britishOrders, germanViews));
    written++;
  }

  private void waitFor(String one) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                console
                        .database()
                        .read(handle -> handle.createQuery(one).mapTo(Integer.class).one())
                    == 1);
  }

  /** What an alert told: how severe something is, and where it leads. */
  private record Alert(double severity, String page) {}

  /** What was told of a measure that went astray at an hour. */
  private Alert alert(String measure, int hour) {
    String start = LIVE.plus(Duration.ofHours(hour)).toString().replace(":00Z", "Z[UTC]");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              told.addAll(station.receive("look-alikes", 0));
              return told.stream().anyMatch(each -> isOf(each, measure, start));
            });
    return told.stream()
        .filter(each -> isOf(each, measure, start))
        .map(LookAlikeTest::alert)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(Message message, String measure, String start) {
    return message.messageAttributes().get("state").stringValue().equals("opened")
        && message.messageAttributes().get("metric").stringValue().equals(measure)
        && message.body().contains(start);
  }

  private static Alert alert(Message message) {
    Matcher link = LINK.matcher(message.body());
    assertThat(link.find()).as(message.body()).isTrue();
    return new Alert(
        Double.parseDouble(message.messageAttributes().get("severity").stringValue()),
        link.group());
  }

  private int severity(Person person, Alert alert) throws Exception {
    Matcher title = TITLE.matcher(person.page(alert.page()));
    assertThat(title.find()).as(alert.page()).isTrue();
    return Integer.parseInt(title.group(1));
  }

  @Test
  void isToldMoreQuietlyWhereItWasExpectedAndAsLoudlyWhereItWasConfirmed() throws Exception {
    Person ana = console.signedIn(Role.OPERATOR);
    untilItHappens(FIRST);
    Alert orders = alert("orders", FIRST);
    Alert views = alert("views", FIRST);
    int expected = severity(ana, orders);
    int confirmed = severity(ana, views);
    judge(ana, orders, "expected");
    judge(ana, views, "confirmed");

    untilItHappens(AGAIN);
    Alert ordersAgain = alert("orders", AGAIN);
    Alert viewsAgain = alert("views", AGAIN);
    int quieter = severity(ana, ordersAgain);
    assertThat(quieter).isLessThan(expected - 10);
    assertThat(ordersAgain.severity()).isLessThan(orders.severity() - 10);
    assertThat(ana.page(ordersAgain.page()))
        .contains("that they did not matter: ", " became " + quieter + ".");
    assertThat(severity(ana, viewsAgain)).isGreaterThanOrEqualTo(confirmed);
    assertThat(ana.page(viewsAgain.page())).contains("that they mattered: ");
    assertThat(severity(ana, orders)).as("what was told already").isEqualTo(expected);
    assertThat(severity(ana, views)).as("what was told already").isEqualTo(confirmed);
    System.out.printf(
        "expected: %d, the next one %d; confirmed: %d, the next one %d%n",
        expected, quieter, confirmed, severity(ana, viewsAgain));
  }

  private void judge(Person person, Alert alert, String word) throws Exception {
    assertThat(person.submit(alert.page(), alert.page() + "/feedback", "word", word).statusCode())
        .isEqualTo(303);
  }
}
