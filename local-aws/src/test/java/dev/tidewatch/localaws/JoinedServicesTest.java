package dev.tidewatch.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Fate;
import dev.tidewatch.localaws.protocol.Judge;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What happens between services, and what can be made to happen to every one of them. */
final class JoinedServicesTest {
  private static LocalAws aws;
  private static SnsClient sns;
  private static SqsClient sqs;
  private static S3Client s3;
  private static CloudWatchClient cloudWatch;
  private static EventBridgeClient events;

  @BeforeAll
  static void start() {
    aws = LocalAws.start(LocalAws.Options.defaults());
    sns = client(SnsClient.builder(), aws.endpoints().sns());
    sqs = client(SqsClient.builder(), aws.endpoints().sqs());
    s3 = client(S3Client.builder(), aws.endpoints().s3());
    cloudWatch = client(CloudWatchClient.builder(), aws.endpoints().cloudWatch());
    events = client(EventBridgeClient.builder(), aws.endpoints().eventBridge());
  }

  @AfterAll
  static void stop() {
    List.of(sns, sqs, s3, cloudWatch, events).forEach(client -> client.close());
    aws.close();
  }

  @BeforeEach
  void serveEverything() {
    aws.calls().clear();
  }

  @Test
  void bringsAlarmsToTopicsAndBusAndSoToQueues() {
    String topic = sns.createTopic(r -> r.name("alarms")).topicArn();
    String queue = sqs.createQueue(r -> r.queueName("alarms")).queueUrl();
    String byRule = sqs.createQueue(r -> r.queueName("by-rule")).queueUrl();
    sns.subscribe(
        r ->
            r.topicArn(topic)
                .protocol("sqs")
                .endpoint("arn:aws:sqs:us-east-1:000000000000:alarms")
                .attributes(Map.of("RawMessageDelivery", "true")));
    events.putRule(r -> r.name("alarms").eventPattern("{\"source\":[\"aws.cloudwatch\"]}"));
    events.putTargets(
        r ->
            r.rule("alarms")
                .targets(
                    software.amazon.awssdk.services.eventbridge.model.Target.builder()
                        .id("q")
                        .arn("arn:aws:sqs:us-east-1:000000000000:by-rule")
                        .inputPath("$.detail.alarmName")
                        .build()));
    cloudWatch.putMetricAlarm(
        r ->
            r.alarmName("none")
                .namespace("shop")
                .metricName("revenue")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .treatMissingData("breaching")
                .alarmActions(topic));
    aws.cloudWatch().evaluateAlarms();

    assertThat(first(queue)).contains("\"NewStateValue\":\"ALARM\"", "\"AlarmName\":\"none\"");
    assertThat(first(byRule)).isEqualTo("\"none\"");
    assertThat(cloudWatch.describeAlarms().metricAlarms().get(0).stateValue())
        .isEqualTo(StateValue.ALARM);
  }

  @Test
  void keepsTheSettingsOfBuckets() {
    s3.createBucket(r -> r.bucket("settings"));
    assertThatThrownBy(() -> s3.getBucketTagging(r -> r.bucket("settings")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NoSuchTagSet"));
    s3.putBucketTagging(
        r ->
            r.bucket("settings")
                .tagging(t -> t.tagSet(Tag.builder().key("team").value("a&b").build())));
    s3.putPublicAccessBlock(
        r ->
            r.bucket("settings")
                .publicAccessBlockConfiguration(
                    c -> c.blockPublicAcls(true).restrictPublicBuckets(true)));
    s3.putBucketPolicy(r -> r.bucket("settings").policy("{\"Statement\":[]}"));

    assertThat(s3.getBucketTagging(r -> r.bucket("settings")).tagSet().get(0).value())
        .isEqualTo("a&b");
    assertThat(
            s3.getPublicAccessBlock(r -> r.bucket("settings"))
                .publicAccessBlockConfiguration()
                .restrictPublicBuckets())
        .isTrue();
    assertThat(s3.getBucketPolicy(r -> r.bucket("settings")).policy())
        .isEqualTo("{\"Statement\":[]}");
    assertThat(
            s3.getBucketEncryption(r -> r.bucket("settings"))
                .serverSideEncryptionConfiguration()
                .rules()
                .get(0)
                .applyServerSideEncryptionByDefault()
                .sseAlgorithm())
        .isEqualTo(ServerSideEncryption.AES256);
    s3.deleteBucketTagging(r -> r.bucket("settings"));
    assertThatThrownBy(() -> s3.getBucketTagging(r -> r.bucket("settings")))
        .isInstanceOf(S3Exception.class);

    s3.deleteBucket(r -> r.bucket("settings"));
    assertThatThrownBy(() -> s3.getBucketPolicy(r -> r.bucket("settings")))
        .hasMessageContaining("does not exist");
    s3.createBucket(r -> r.bucket("settings"));
    assertThatThrownBy(() -> s3.getBucketPolicy(r -> r.bucket("settings")))
        .isInstanceOf(S3Exception.class);
  }

  @Test
  void tellsEveryPermissionThatWasNeeded() {
    s3.createBucket(r -> r.bucket("noted"));
    s3.listObjectsV2(r -> r.bucket("noted"));
    sns.createTopic(r -> r.name("noted"));
    sqs.createQueue(r -> r.queueName("noted"));
    cloudWatch.describeAlarms();
    events.listRules(r -> {});
    try (KinesisClient kinesis = client(KinesisClient.builder(), aws.endpoints().kinesis())) {
      kinesis.listStreams();
    }

    assertThat(aws.calls().received().stream().map(Call::permission).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "s3:CreateBucket",
            "s3:ListBucket",
            "sns:CreateTopic",
            "sqs:CreateQueue",
            "cloudwatch:DescribeAlarms",
            "events:ListRules",
            "kinesis:ListStreams");
  }

  @Test
  void failsTheWriteThatIsWished() {
    aws.calls().judgedBy(Judge.atNth(2, Call::isWrite, Fate.DENIED));
    String first = sns.createTopic(r -> r.name("first")).topicArn();
    sns.listTopics();
    assertThatThrownBy(() -> sns.createTopic(r -> r.name("second")))
        .isInstanceOfSatisfying(
            AwsServiceException.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
    assertThat(sns.listTopics().topics())
        .anyMatch(topic -> topic.topicArn().equals(first))
        .noneMatch(topic -> topic.topicArn().endsWith(":second"));
  }

  @Test
  void saysThatAnObjectIsDeniedHoweverLargeItIs() {
    s3.createBucket(r -> r.bucket("denied"));
    aws.calls().judgedBy(call -> Fate.DENIED);
    for (int size : new int[] {10, 1_000, 3_000_000}) {
      assertThatThrownBy(
              () ->
                  s3.putObject(
                      r -> r.bucket("denied").key("k"), RequestBody.fromBytes(new byte[size])))
          .as("%d bytes", size)
          .isInstanceOfSatisfying(
              S3Exception.class,
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              });
    }
    aws.calls().clear();
  }

  @Test
  void throttlesEveryService() {
    aws.calls().judgedBy(call -> Fate.THROTTLED);
    throttled(() -> sns.listTopics());
    throttled(() -> sqs.listQueues());
    throttled(() -> cloudWatch.listMetrics());
    throttled(() -> events.listRules(r -> {}));
    throttled(() -> s3.listBuckets());
  }

  @Test
  void doesWhatItDoesNotAnswer() {
    aws.calls().judgedBy(call -> Fate.ANSWER_LOST);
    assertThatThrownBy(() -> sns.createTopic(r -> r.name("unheard")))
        .isInstanceOf(SdkClientException.class);
    assertThatThrownBy(() -> s3.createBucket(r -> r.bucket("unheard")))
        .isInstanceOf(SdkClientException.class);
    assertThatThrownBy(
            () -> events.putRule(r -> r.name("unheard").scheduleExpression("rate(1 day)")))
        .isInstanceOf(SdkClientException.class);

    aws.calls().clear();
    assertThat(sns.listTopics().topics()).anyMatch(t -> t.topicArn().endsWith(":unheard"));
    assertThat(s3.listBuckets().buckets()).anyMatch(bucket -> bucket.name().equals("unheard"));
    assertThat(events.listRules(r -> r.namePrefix("unheard")).rules()).hasSize(1);
  }

  private static void throttled(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            refused -> assertThat(refused.isThrottlingException()).isTrue());
  }

  private static String first(String queue) {
    List<Message> found = sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10)).messages();
    return found.get(0).body();
  }

  private static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
