package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The dispatcher, real clients, a topic per format, and queues behind filters. */
@ExtendWith(LocalAwsExtension.class)
class SnsDeliveryTest {
  private static final List<String> FORMATS = List.of("JSON", "LONG_TEXT", "SHORT_TEXT");
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  @TempDir Path folder;
  private SqliteDatabase database;
  private SnsClient sns;
  private SqsClient sqs;

  @BeforeEach
  void open(LocalAws aws) {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    sns =
        SnsClient.builder()
            .endpointOverride(aws.endpoints().sns())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    sqs =
        SqsClient.builder()
            .endpointOverride(aws.endpoints().sqs())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void close() {
    sns.close();
    sqs.close();
    database.close();
  }

  @Test
  void deliversAllFormatsToWhoeverFiltersForThem() throws Exception {
    database.change(handle -> Facts.declare(handle, 50, "JSON", "LONG_TEXT", "SHORT_TEXT", "NONE"));
    for (String format : FORMATS) {
      sns.createTopic(r -> r.name("oncall-" + format));
      subscribe(
          format, format, "{\"severity\":[{\"numeric\":[\">=\",75]}],\"state\":[\"opened\"]}");
    }
    subscribe("JSON", "minor", "{\"severityClass\":[\"minor\"]}");
    try (AlertDispatcher dispatcher =
        AlertDispatcher.start(
            database,
            Facts.NAMES,
            new SnsTarget(sns),
            DeliverySettings.defaults(),
            DeliveryCounter.NONE,
            InstantSource.system(),
            new Random(1))) {
      AlertDesk desk = new AlertDesk(Facts.NAMES, Facts.LINKS, AlertDesk.INTERVALS_WITHOUT_DATA);
      Instant now = Instant.now();
      database.change(handle -> desk.decide(handle, 1, List.of(Facts.change(1, 91.4, true)), now));
      database.change(handle -> desk.decide(handle, 1, List.of(Facts.change(1, 9, false)), now));
      dispatcher.wake();
      for (int alert = 1; alert <= FORMATS.size(); alert++) {
        int id = alert;
        await().until(() -> states(id).equals(List.of(EventState.SENT, EventState.SENT)));
      }
      await().until(() -> states(4).equals(List.of(EventState.FAILED, EventState.FAILED)));
    }
    JsonNode document = new JsonMapper().readTree(only("JSON").body());
    assertThat(document.path("alertName").asText()).isEqualTo("alert-1");
    assertThat(document.path("tidewatch").path("eventId")).isEqualTo(document.path("alertEventId"));
    assertThat(only("LONG_TEXT").body()).contains("[CRITICAL 91]").contains("Alert alert-2");
    assertThat(only("SHORT_TEXT").body()).hasSizeLessThanOrEqualTo(140).startsWith("CRITICAL");
    assertThat(receive("minor")).isEmpty();
    AlertEvent refused =
        database.read(handle -> AlertHistory.of(handle, 4, AlertHistory.NEWEST, 1)).get(0);
    assertThat(refused.error()).contains("Topic does not exist");
  }

  private List<EventState> states(long alert) {
    return database.read(handle -> AlertHistory.of(handle, alert, AlertHistory.NEWEST, 9)).stream()
        .map(AlertEvent::state)
        .toList();
  }

  private Message only(String queue) {
    List<Message> messages = receive(queue);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).messageAttributes().get("severityClass").stringValue())
        .isEqualTo("critical");
    assertThat(messages.get(0).messageAttributes().get("severity").dataType()).isEqualTo("Number");
    assertThat(messages.get(0).messageAttributes())
        .containsKeys("detector", "metric", "state", "eventId", "groupId");
    return messages.get(0);
  }

  private List<Message> receive(String queue) {
    String url = sqs.getQueueUrl(r -> r.queueName("alerting-" + queue)).queueUrl();
    return sqs.receiveMessage(
            r ->
                r.queueUrl(url)
                    .messageAttributeNames("All")
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1))
        .messages();
  }

  private void subscribe(String topic, String queue, String filter) {
    String url = sqs.createQueue(r -> r.queueName("alerting-" + queue)).queueUrl();
    String arn =
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sns.subscribe(
        r ->
            r.topicArn(Facts.TOPIC + "-" + topic)
                .protocol("sqs")
                .endpoint(arn)
                .attributes(Map.of("RawMessageDelivery", "true", "FilterPolicy", filter)));
  }
}
