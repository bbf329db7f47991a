package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tidewatch.localaws.protocol.Fate;
import dev.tidewatch.setup.Incident;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with a detector once it is there. */
class DayByDayTest {
  private static final String FILE =
      """
      name: shop
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [platform, marketplace]
      measures: [views, {name: revenue, decimals: 2}]
      interval: PT5M
      detector:
        dataset:
          source:
            s3:
              path: s3://shop-live/{{yyyyMMdd}}/{{HHmm}}/
              history: s3://shop-past/
      topics:
        - name: shop-anomalies
          subscribers:
            - {protocol: email, endpoint: oncall@example.com}
            - {protocol: sqs, endpoint: "arn:aws:sqs:us-east-1:123456789012:oncall", raw: true}
      alerts:
        - {name: shop-oncall, threshold: 60, sns: {topic: shop-anomalies}}
        - {name: shop-mail, sns: {topic: shop-anomalies, format: LONG_TEXT}}
        - {name: shop-phone, sns: {topic: shop-anomalies, format: SHORT_TEXT}}
      """;

  @TempDir static Path folder;
  private static Station station;
  private static String past;
  private static String file;

  @BeforeAll
  static void start() {
    station = Station.start(folder);
    try (Clients clients = new Clients()) {
      Incident.put(clients.s3(), "shop-past");
      clients.sqs().createQueue(request -> request.queueName("oncall"));
    }
    file = Cli.file(folder, "shop.yaml", FILE);
    past =
        Cli.file(
            folder,
            "past.yaml",
            FILE.replace("name: shop\n", "name: past\n")
                .replace("detector:", "detector:\n  activation: backtest")
                .replaceAll("(?m)^ +path: .*\\n", "")
                .replaceAll("(?s)topics:.*", ""));
    done(Cli.run("apply", "-f", file, "--yes"));
    done(Cli.run("apply", "-f", past, "--yes"));
  }

  @AfterAll
  static void stop() {
    station.close();
  }

  private static String done(Cli run) {
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static JsonNode json(String... arguments) throws IOException {
    return new ObjectMapper().readTree(done(Cli.run(arguments)));
  }

  private static JsonNode groups() throws IOException {
    return json(
            "anomalies", "ls", "-f", past, "-o", "json", "--measure", "revenue", "--severity", "20")
        .path("anomalyGroups");
  }

  private static String group() throws IOException {
    return groups().get(0).path("anomalyGroupId").asText();
  }

  @Test
  void listsOnlyTheGroupsThatAreAskedFor() throws IOException {
    assertThat(groups()).hasSize(1);
    assertThat(done(Cli.run("anomalies", "ls", "-f", past))).contains("SEVERITY", "revenue");
    assertThat(done(Cli.run("anomalies", "ls", "-f", past, "--measure", "clicks")))
        .contains("No anomalies.");
    assertThat(done(Cli.run("anomalies", "ls", "-f", past, "--since", "1m")))
        .contains("No anomalies.");
    assertThat(Cli.run("anomalies", "ls", "-f", past, "--since", "soon").err())
        .contains("--since soon is no time");
  }

  @Test
  void showsWhatWhenAndWhere() throws IOException {
    String shown = done(Cli.run("anomalies", "show", "-f", past, group().substring(0, 8)));
    assertThat(shown)
        .contains("what      revenue, severity", "where     marketplace", "when      ")
        .containsPattern("█{20} 100 %  us")
        .containsPattern("marketplace=us .*  0\\.5, 0\\.5, 0\\.5, 0\\.5, 0\\.5, 0\\.5\\n");
    assertThat(json("anomalies", "show", "-f", past, group(), "-o", "json").path("timeSeriesList"))
        .isNotEmpty();
    assertThat(Cli.run("anomalies", "show", "-f", past, "nothing").code())
        .isEqualTo(ExitCodes.NOT_FOUND);
  }

  @Test
  void exportsToAFileOrStandardOutput() throws IOException {
    Path to = folder.resolve("groups.csv");
    done(Cli.run("anomalies", "export", "-f", past, "--to", to.toString()));
    assertThat(Files.readString(to))
        .startsWith("group,severity,measure,first,last,series,dimensions,time,value")
        .contains("marketplace=us");
    assertThat(json("anomalies", "export", "-f", past, "--format", "json").get(0).has("effects"))
        .isTrue();
  }

  @Test
  void takesFeedbackAndRemembersIt() throws IOException {
    done(Cli.run("feedback", "put", "-f", past, group(), "--all", "--relevant", "false"));
    assertThat(done(Cli.run("feedback", "ls", "-f", past, group()))).contains("no ");
    String series =
        json("anomalies", "show", "-f", past, group(), "-o", "json")
            .path("timeSeriesList")
            .get(0)
            .path("timeSeriesId")
            .asText();
    done(Cli.run("feedback", "put", "-f", past, group(), "--series", series, "--relevant", "true"));
    assertThat(
            json("feedback", "ls", "-f", past, group(), "-o", "json")
                .path("relevant")
                .path(series)
                .asBoolean())
        .isTrue();
    assertThat(
            Cli.run("feedback", "put", "-f", past, group(), "--series", "x", "--relevant", "true")
                .code())
        .isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(Cli.run("feedback", "put", "-f", past, group(), "--relevant", "true").code())
        .isEqualTo(2);
  }

  @Test
  void showsHowGoodTheDataAre() throws IOException {
    assertThat(done(Cli.run("quality", "-f", past))).contains("ROWS", "revenue=1");
    assertThat(json("quality", "-f", past, "-o", "json").path("runs")).isNotEmpty();
  }

  @Test
  void saysHowEverythingIs() throws IOException {
    assertThat(done(Cli.run("status", "-f", file)))
        .contains("shop  ACTIVE", "shop-oncall", "shop-anomalies → email oncall@example.com");
    JsonNode status = json("status", "-f", file, "-o", "json");
    assertThat(status.path("learning").path("needed").asInt()).isEqualTo(300);
    assertThat(status.path("alerts")).hasSize(3);
    assertThat(status.path("alerts").get(0).path("action").has("snsConfiguration")).isTrue();
    assertThat(status.path("subscriptions")).hasSize(2);
    assertThat(status.has("runs") && status.has("quality")).isTrue();
  }

  @Test
  void findsInABacktestWhatWasWrongAndLeavesNothing() {
    Cli backtest = Cli.run("backtest", "-f", file, "--severity", "20");
    assertThat(done(backtest)).contains("revenue");
    assertThat(backtest.err()).contains("BACK_TEST_COMPLETE", "- detector shop-backtest");
    try (Clients clients = new Clients()) {
      assertThat(clients.lookout().listAnomalyDetectors(request -> {}).anomalyDetectorSummaryList())
          .extracting(detector -> detector.anomalyDetectorName())
          .contains("shop")
          .doesNotContain("shop-backtest");
    }
    assertThat(done(Cli.run("plan", "-f", file))).contains("Nothing to change");
  }

  @Test
  void sendsASampleInTheFormatOfTheAlert() throws IOException {
    assertThat(done(Cli.run("alerts", "ls", "-f", file)))
        .contains("shop-oncall", "LONG_TEXT", "arn:aws:sns:us-east-1:123456789012:shop-anomalies");
    assertThat(sample("shop-mail")).contains("TEST: this anomaly never was", "sample-platform");
    assertThat(sample("shop-phone")).hasSizeLessThanOrEqualTo(140).startsWith("TEST: ");
    JsonNode document = new ObjectMapper().readTree(sample("shop-oncall"));
    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly(
            "alertName",
            "alertArn",
            "alertEventId",
            "alertDescription",
            "anomalyDetectorArn",
            "anomalyGroupId",
            "anomalyScore",
            "consoleUrl",
            "timestamp",
            "impactedMetric");
    assertThat(Cli.run("alerts", "test", "-f", file, "nothing").code())
        .isEqualTo(ExitCodes.NOT_FOUND);
  }

  /** What a queue gets of an alert's test. */
  private static String sample(String alert) {
    assertThat(done(Cli.run("alerts", "test", "-f", file, alert)))
        .contains("Sent to arn:", "sqs arn:aws:sqs:us-east-1:123456789012:oncall")
        .contains("email oncall@example.com  waits for its confirmation");
    try (Clients clients = new Clients()) {
      String queue = clients.sqs().getQueueUrl(request -> request.queueName("oncall")).queueUrl();
      var message =
          clients
              .sqs()
              .receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(10))
              .messages()
              .get(0);
      clients
          .sqs()
          .deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
      return message.body();
    }
  }

  @Test
  void invokesAFunctionWithASample() throws IOException {
    List<String> requests = new CopyOnWriteArrayList<>();
    HttpServer lambda =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lambda.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          requests.add(exchange.getRequestURI() + " " + body);
          exchange.getResponseHeaders().add("x-amzn-RequestId", "taken-1");
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    lambda.start();
    System.setProperty(
        "aws.endpointUrlLambda", "http://127.0.0.1:" + lambda.getAddress().getPort());
    String acting =
        Cli.file(
            folder,
            "acting.yaml",
            FILE.replace("name: shop\n", "name: acting\n").replaceAll("(?s)topics:.*", "")
                + "alerts:\n  - {name: act, lambda: {function:"
                + " 'arn:aws:lambda:us-east-1:123456789012:function:act'}}\n");
    try {
      done(Cli.run("apply", "-f", acting, "--yes"));
      assertThat(done(Cli.run("alerts", "test", "-f", acting, "act")))
          .contains(
              "Invoked arn:aws:lambda:us-east-1:123456789012:function:act as request taken-1");
      assertThat(requests).hasSize(1);
      assertThat(requests.get(0))
          .contains("function%3Aact/invocations", "TEST: this anomaly never was");
      assertThat(json("alerts", "test", "-f", acting, "act", "-o", "json").path("id").asText())
          .isEqualTo("taken-1");
      done(Cli.run("destroy", "-f", acting, "--yes"));
    } finally {
      System.clearProperty("aws.endpointUrlLambda");
      lambda.stop(0);
    }
  }

  @Test
  void aPlanShowsWhoHasNotConfirmedYet() {
    assertThat(done(Cli.run("plan", "-f", file)))
        .contains("→ email oncall@example.com  (waits for its confirmation)", "Nothing to change");
    String filtered =
        Cli.file(
            folder,
            "filtered.yaml",
            FILE.replace("oncall@example.com}", "oncall@example.com, filter: {state: [begun]}}"));
    assertThat(done(Cli.run("plan", "-f", filtered)))
        .contains("only then SNS tells whether it is as the file says");
  }

  @Test
  void answersProgramsWhatItWouldTakeAway() throws IOException {
    JsonNode plan = json("destroy", "-f", file, "-o", "json", "--dry-run");
    assertThat(plan.path("changes").get(0).path("action").asText()).isEqualTo("delete");
    assertThat(plan.path("notes").get(0).asText()).contains("stays with its data");
    String nothing = Cli.file(folder, "nothing.yaml", FILE.replace("shop", "nothing"));
    assertThat(json("destroy", "-f", nothing, "-o", "json").path("changes")).isEmpty();
  }

  @Test
  void namesTheServiceThatDoesNotAnswer() {
    String endpoint = System.setProperty("aws.endpointUrlIam", "http://127.0.0.1:9");
    try {
      Cli plan = Cli.run("plan", "-f", file);
      assertThat(plan.code()).isEqualTo(ExitCodes.FAILED);
      assertThat(plan.err()).contains("Iam at http://127.0.0.1:9 does not answer: Connection");
    } finally {
      System.setProperty("aws.endpointUrlIam", endpoint);
    }
  }

  @Test
  void saysThatAnEndpointIsNoUrl() {
    String endpoint = System.setProperty("aws.endpointUrlLookoutMetrics", "nonsense");
    try {
      assertThat(Cli.run("plan", "-f", file).err())
          .contains("AWS_ENDPOINT_URL_LOOKOUTMETRICS is 'nonsense', which is no URL such as");
    } finally {
      System.setProperty("aws.endpointUrlLookoutMetrics", endpoint);
    }
  }

  @Test
  void saysThatWhatAnswersIsNotTheService() {
    String endpoint =
        System.setProperty(
            "aws.endpointUrlLookoutMetrics", System.getProperty("aws.endpointUrlS3"));
    try {
      assertThat(Cli.run("plan", "-f", file).err())
          .contains("and no words of that service: is its endpoint right?")
          .doesNotContain("null");
    } finally {
      System.setProperty("aws.endpointUrlLookoutMetrics", endpoint);
    }
  }

  @Test
  void endsWithFiveWhereASampleIsNotThere() {
    assertThat(Cli.run("init", "--s3", "s3://shop-past/no.csv").code())
        .isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(Cli.run("init", "--stream", "nowhere").code()).isEqualTo(ExitCodes.NOT_FOUND);
  }

  @Test
  void looksAtAllThatHasToBeRight() throws IOException {
    assertThat(done(Cli.run("doctor")))
        .contains("✓ Java", "✓ credentials: arn:", "✓ detector server is ready: yes", "✓ clock");
    Cli doctor = Cli.run("doctor", "-f", file);
    assertThat(doctor.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(doctor.out())
        .contains("✓ bucket shop-past: there, in us-east-1")
        .contains("✗ files of the newest interval: none in s3://shop-live/")
        .contains("– columns: there are no files to look at")
        .contains("✓ IAM role tidewatch-shop-reads", "✓ SNS topic shop-anomalies")
        .contains("✗ messages to email oncall@example.com: waits for its confirmation")
        .contains("    → Follow the link")
        .contains("oncall: the queue's policy does not let the topic send");
    Cli json = Cli.run("doctor", "-f", past, "-o", "json");
    assertThat(new ObjectMapper().readTree(json.out()).path("checks")).isNotEmpty();
    assertThat(json.code()).isZero();
  }

  @Test
  void tellsApartWhatMustWorkAndWhatIsPoorData() {
    String dry =
        Cli.file(
            folder,
            "dry.yaml",
            FILE.replace("name: shop\n", "name: dry\n").replaceAll("(?s)topics:.*", ""));
    Cli doctor = Cli.run("doctor", "-f", dry);
    assertThat(doctor.out()).contains("– IAM role tidewatch-dry-reads: not there yet");
    assertThat(doctor.code()).isEqualTo(ExitCodes.POOR_DATA);
  }

  @Test
  void tellsWhatTheCallerMayNotLookAt() {
    station
        .aws()
        .calls()
        .judgedBy(call -> call.action().equals("GetRole") ? Fate.DENIED : Fate.SERVED);
    try {
      Cli doctor = Cli.run("doctor", "-f", file);
      assertThat(doctor.code()).isEqualTo(ExitCodes.FAILED);
      assertThat(doctor.out()).contains("✗ roles, topics and subscriptions: ", "iam:GetRole");
    } finally {
      station.aws().calls().clear();
    }
  }

  @Test
  void findsThatTheServerDoesNotAnswer() {
    String endpoint = System.setProperty("aws.endpointUrlLookoutMetrics", "http://127.0.0.1:9");
    try {
      Cli doctor = Cli.run("doctor", "-f", file);
      assertThat(doctor.code()).isEqualTo(ExitCodes.FAILED);
      assertThat(doctor.out())
          .contains("✗ detector server is ready: http://127.0.0.1:9/health/ready does not answer")
          .contains("→ Start it with 'bin/detector serve'")
          .contains("Put right what is wrong above first");
    } finally {
      System.setProperty("aws.endpointUrlLookoutMetrics", endpoint);
    }
  }

  @Test
  void everyCommandTeaches() {
    for (String command :
        "doctor,status,anomalies,anomalies ls,anomalies show,anomalies export,feedback,feedback put,feedback ls,quality,backtest,alerts,alerts ls,alerts test"
            .split(",")) {
      Cli help = Cli.run((command + " --help").split(" "));
      assertThat(help.code()).as(command).isZero();
      assertThat(help.out()).contains("Usage: detector-setup " + command);
    }
    assertThat(Cli.run("anomalies").code()).isEqualTo(2);
  }
}
