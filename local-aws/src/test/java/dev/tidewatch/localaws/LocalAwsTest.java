package dev.tidewatch.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ExtendWith(LocalAwsExtension.class)
final class LocalAwsTest {
  @Test
  void joinsTopicsToQueuesAndMail(LocalAws aws) {
    try (SnsClient sns = sns(aws);
        SqsClient sqs = sqs(aws)) {
      String topic = sns.createTopic(r -> r.name("joined")).topicArn();
      String queue = sqs.createQueue(r -> r.queueName("joined")).queueUrl();
      String arn =
          sqs.getQueueAttributes(
                  r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN);
      sns.subscribe(
          r ->
              r.topicArn(topic)
                  .protocol("sqs")
                  .endpoint(arn)
                  .attributes(Map.of("RawMessageDelivery", "true")));
      sns.subscribe(r -> r.topicArn(topic).protocol("email").endpoint("joined@example.org"));
      sns.publish(
          r ->
              r.topicArn(topic)
                  .message("{\"alertName\":\"joined\"}")
                  .messageAttributes(
                      Map.of(
                          "severity",
                          MessageAttributeValue.builder()
                              .dataType("Number")
                              .stringValue("86.78")
                              .build())));

      Message received = first(sqs, queue);
      assertThat(received.body()).isEqualTo("{\"alertName\":\"joined\"}");
      assertThat(received.messageAttributes().get("severity").stringValue()).isEqualTo("86.78");
      await()
          .until(
              () -> aws.mails().stream().anyMatch(mail -> mail.to().equals("joined@example.org")));
      assertThat(aws.deliveries()).extracting(d -> d.endpoint()).contains(arn);
    }
  }

  @Test
  void listensOnLoopbackOnly(LocalAws aws) {
    Endpoints endpoints = aws.endpoints();
    assertThat(
            List.of(
                endpoints.s3(),
                endpoints.kinesis(),
                endpoints.sns(),
                endpoints.sqs(),
                endpoints.cloudWatch(),
                endpoints.eventBridge(),
                endpoints.iam(),
                endpoints.sts(),
                endpoints.mail()))
        .extracting(URI::getHost)
        .containsOnly("127.0.0.1");
  }

  @Test
  void namesEveryServiceInTheEnvironment(LocalAws aws) {
    assertThat(aws.environment())
        .containsEntry("AWS_ENDPOINT_URL_S3", aws.endpoints().s3().toString())
        .containsEntry("AWS_ENDPOINT_URL_KINESIS", aws.endpoints().kinesis().toString())
        .containsEntry("AWS_ENDPOINT_URL_SNS", aws.endpoints().sns().toString())
        .containsEntry("AWS_ENDPOINT_URL_SQS", aws.endpoints().sqs().toString())
        .containsEntry("AWS_ENDPOINT_URL_CLOUDWATCH", aws.endpoints().cloudWatch().toString())
        .containsEntry("AWS_ENDPOINT_URL_EVENTBRIDGE", aws.endpoints().eventBridge().toString())
        .containsEntry("AWS_ENDPOINT_URL_IAM", aws.endpoints().iam().toString())
        .containsEntry("AWS_ENDPOINT_URL_STS", aws.endpoints().sts().toString())
        .containsEntry("AWS_REGION", "us-east-1")
        .containsKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
  }

  @Test
  void takesRecords(LocalAws aws) {
    try (KinesisClient kinesis =
        KinesisClient.builder()
            .endpointOverride(aws.endpoints().kinesis())
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      kinesis.createStream(r -> r.streamName("taken").shardCount(1));
      kinesis.putRecord(
          r -> r.streamName("taken").partitionKey("k").data(SdkBytes.fromUtf8String("{}")));
      assertThat(aws.kinesis().recordsHeld("taken")).isEqualTo(1);
    }
  }

  @Test
  void keepsObjectsInAFolderOfOnesOwn(@TempDir Path folder) {
    LocalAws.Options options = LocalAws.Options.defaults().withFolder(folder);
    try (LocalAws aws = LocalAws.start(options)) {
      putObject(aws);
    }
    assertThat(folder.resolve("s3/kept/a.csv")).hasContent("kept");
    try (LocalAws again = LocalAws.start(options);
        S3Client s3 = s3(again)) {
      assertThat(s3.getObjectAsBytes(r -> r.bucket("kept").key("a.csv")).asUtf8String())
          .isEqualTo("kept");
    }
  }

  @Test
  void leavesNothingRunningWhenAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      LocalAws.Options options =
          LocalAws.Options.defaults().withPorts(Map.of(Service.S3, taken.getLocalPort()));
      long before = temporaryFolders();
      assertThatThrownBy(() -> LocalAws.start(options))
          .hasMessageContaining("S3 cannot start")
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
      assertThat(temporaryFolders()).isEqualTo(before);
    }
  }

  @Test
  void doesNotShowItsSecretInItsOptions() {
    assertThat(LocalAws.Options.defaults().toString()).doesNotContain("local-secret");
  }

  private static void putObject(LocalAws aws) {
    try (S3Client s3 = s3(aws)) {
      s3.createBucket(r -> r.bucket("kept"));
      s3.putObject(r -> r.bucket("kept").key("a.csv"), RequestBody.fromString("kept"));
    }
  }

  private static Message first(SqsClient sqs, String queue) {
    return sqs.receiveMessage(
            r -> r.queueUrl(queue).waitTimeSeconds(10).messageAttributeNames("All"))
        .messages()
        .get(0);
  }

  private static long temporaryFolders() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (var found = Files.newDirectoryStream(parent, "tidewatch-local-aws-*")) {
      long count = 0;
      for (Path unused : found) {
        count++;
      }
      return count;
    }
  }

  private static S3Client s3(LocalAws aws) {
    return S3Client.builder()
        .endpointOverride(aws.endpoints().s3())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static SnsClient sns(LocalAws aws) {
    return SnsClient.builder()
        .endpointOverride(aws.endpoints().sns())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static SqsClient sqs(LocalAws aws) {
    return SqsClient.builder()
        .endpointOverride(aws.endpoints().sqs())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
