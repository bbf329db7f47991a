package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.store.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** An alert to a function: the SDK's client, and Lambda's answers on the wire. */
class LambdaDeliveryTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:000000000000:function:on-anomaly";
  private static final String EVENT =
      Facts.NAMES.alertEvent("call", FoundGroup.idOf(1, "revenue", 1));

  @TempDir Path folder;
  private SqliteDatabase database;
  private FakeFunctions functions;
  private LambdaClient lambda;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Instant now = Facts.START.plusSeconds(600);

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    functions = new FakeFunctions();
    lambda =
        LambdaClient.builder()
            .endpointOverride(functions.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
    database.change(
        handle -> {
          Facts.declare(handle, 50);
          Facts.declareFunction(handle, "call", 50, FUNCTION);
          new AlertDesk(Facts.NAMES, Facts.LINKS, AlertDesk.INTERVALS_WITHOUT_DATA)
              .decide(handle, 1, List.of(Facts.change(1, 91.4, true)), now);
        });
  }

  @AfterEach
  void close() {
    lambda.close();
    functions.close();
    database.close();
    registry.close();
  }

  @Test
  void givesTheFunctionTheDocumentAndDoesNotWaitForIt() throws Exception {
    run();
    assertThat(event().state()).isEqualTo(EventState.SENT);
    assertThat(event().receipt()).isEqualTo("run-1");
    FakeFunctions.Invocation only = functions.invocations().get(0);
    assertThat(functions.invocations()).hasSize(1);
    assertThat(only.function()).isEqualTo(FUNCTION);
    assertThat(only.type()).isEqualTo("Event");
    JsonNode document = new JsonMapper().readTree(only.payload());
    assertThat(document.path("alertEventId").asText()).isEqualTo(EVENT);
    assertThat(document.path("anomalyScore").asDouble()).isEqualTo(91.4);
    assertThat(counted("delivered")).isEqualTo(1);
    assertThat(counted("undelivered")).isZero();
  }

  @Test
  void triesAgainWhenTooManyRunAtOnce() {
    functions.throttle();
    functions.throttle();
    run();
    assertThat(event().state()).isEqualTo(EventState.SENT);
    assertThat(event().attempts()).isEqualTo(3);
    assertThat(functions.invocations().stream().distinct()).as("each says the same").hasSize(1);
    assertThat(counted("delivered")).isEqualTo(1);
  }

  @Test
  void triesAgainWhenItIsToldThatTheFunctionFailed() {
    functions.crash();
    courier().round();
    assertThat(event().state()).isEqualTo(EventState.PENDING);
    assertThat(event().error())
        .isEqualTo("the function failed (Unhandled): {\"errorMessage\":\"division by zero\"}");
    run();
    assertThat(event().state()).isEqualTo(EventState.SENT);
    assertThat(event().receipt()).isEqualTo("run-2");
  }

  @Test
  void givesUpAndShowsItWhereThereIsNoSuchFunction() {
    functions.missing();
    run();
    assertThat(event().state()).isEqualTo(EventState.FAILED);
    assertThat(event().error()).contains("Function not found");
    assertThat(functions.invocations()).hasSize(1);
    assertThat(counted("undelivered")).isEqualTo(1);
    assertThat(counted("delivered")).isZero();
  }

  @Test
  void triesAgainWhenNobodyAnswers() {
    functions.close();
    courier().round();
    assertThat(event().state()).isEqualTo(EventState.PENDING);
    assertThat(event().due()).isBetween(now, now.plus(Duration.ofSeconds(2)));
    assertThat(counted("undelivered")).isZero();
  }

  private Courier courier() {
    AwsTargets targets =
        new AwsTargets(
            () -> {
              throw new AssertionError("nothing is for a topic");
            },
            () -> lambda);
    return new Courier(
        database,
        Facts.NAMES,
        targets,
        DeliverySettings.defaults(),
        new DeliveryMeters(registry),
        () -> now,
        new Random(1),
        Runnable::run);
  }

  private void run() {
    Courier courier = courier();
    while (courier.next().isPresent()) {
      Instant next = courier.next().orElseThrow();
      now = next.isAfter(now) ? next : now;
      courier.round();
    }
  }

  private AlertEvent event() {
    return database.read(handle -> AlertHistory.find(handle, EVENT)).orElseThrow();
  }

  private double counted(String what) {
    return registry.find("tidewatch.alert." + what).counters().stream()
        .filter(each -> Facts.NAMES.alert("call").equals(each.getId().getTag("alert")))
        .mapToDouble(each -> each.count())
        .sum();
  }
}
