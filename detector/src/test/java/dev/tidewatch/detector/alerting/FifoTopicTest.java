package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;
import software.amazon.awssdk.services.sns.SnsClient;

/** What Publish says on the wire to topics that keep an order. */
class FifoTopicTest {
  private static final String PUBLISHED =
      "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
          + "<MessageId>receipt</MessageId></PublishResult></PublishResponse>";

  private final List<Form> published = new CopyOnWriteArrayList<>();
  private LoopbackServer server;
  private SnsClient sns;

  @BeforeEach
  void open() {
    server = LoopbackServer.bind("topics", 0);
    server.serve(
        request -> {
          published.add(request.form());
          return Reply.xml(200, PUBLISHED);
        });
    sns =
        SnsClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void close() {
    sns.close();
    server.close();
  }

  @Test
  void keepsTheOrderOfAGroupAndDropsRepeatsOfAnEvent() throws Exception {
    deliver(Facts.TOPIC + ".fifo", "event-1", Map.of("groupId", "group-1"));
    assertThat(only().text("MessageGroupId")).contains("group-1");
    assertThat(only().text("MessageDeduplicationId")).contains("event-1");
  }

  @Test
  void keepsTheOrderOfWhatIsToldOfData() throws Exception {
    deliver(Facts.TOPIC + ".fifo", "event-1", Map.of());
    assertThat(only().text("MessageGroupId")).contains("data");
  }

  @Test
  void shortensIdsThatATopicDoesNotTakeTheSameEachTime() throws Exception {
    deliver(Facts.TOPIC + ".fifo", "e".repeat(129), Map.of());
    deliver(Facts.TOPIC + ".fifo", "e".repeat(129), Map.of());
    deliver(Facts.TOPIC + ".fifo", "f".repeat(129), Map.of());
    List<String> ids =
        published.stream().map(form -> form.text("MessageDeduplicationId").orElseThrow()).toList();
    assertThat(ids).allMatch(id -> id.length() <= 128);
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @Test
  void saysNeitherToOtherTopics() throws Exception {
    deliver(Facts.TOPIC, "event-1", Map.of("groupId", "group-1"));
    assertThat(only().text("MessageGroupId")).isEmpty();
    assertThat(only().text("MessageDeduplicationId")).isEmpty();
  }

  private Form only() {
    assertThat(published).hasSize(1);
    return published.get(0);
  }

  private void deliver(String topic, String event, Map<String, String> attributes)
      throws Undeliverable {
    AwsTargets targets =
        new AwsTargets(
            () -> sns,
            () -> {
              throw new AssertionError("nothing is for a function");
            });
    Recipient recipient = new Recipient(AlertType.SNS, SnsFormat.JSON, topic, "role");
    assertThat(targets.deliver(recipient, new Parcel(event, "subject", "body", attributes)))
        .isEqualTo("receipt");
  }
}
