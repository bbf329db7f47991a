package dev.tidewatch.detector.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A bucket, a topic with a queue, and an access key: all that servers in processes need. */
public final class LocalStation implements AutoCloseable {
  /** The role that datasets and alerts name. */
  public static final String ROLE = "arn:aws:iam::123456789012:role/L4M";

  private static final String KEY_ID = "AKIDSTATION00000001";
  private static final String SECRET = "a-secret-of-the-station-0123456789abcdef";

  private final LocalAws aws;
  private final Bucket bucket;
  private final SnsClient sns;
  private final SqsClient sqs;

  /** Makes a bucket of this name in services that others may use, too, and close. */
  public LocalStation(LocalAws aws, String name) {
    this.aws = aws;
    this.bucket = Bucket.of(aws, name);
    StaticCredentialsProvider local =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret"));
    this.sns =
        SnsClient.builder()
            .endpointOverride(aws.endpoints().sns())
            .region(Region.US_EAST_1)
            .credentialsProvider(local)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    this.sqs =
        SqsClient.builder()
            .endpointOverride(aws.endpoints().sqs())
            .region(Region.US_EAST_1)
            .credentialsProvider(local)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  public Bucket bucket() {
    return bucket;
  }

  /** What a server's process finds in its environment. */
  public Map<String, String> environment() {
    return aws.environment();
  }

  /** Makes a topic and a queue behind it, and answers the topic's ARN. */
  public String topic(String name) {
    String topic = sns.createTopic(request -> request.name(name)).topicArn();
    String url = sqs.createQueue(request -> request.queueName(name)).queueUrl();
    String queue =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sns.subscribe(
        request ->
            request
                .topicArn(topic)
                .protocol("sqs")
                .endpoint(queue)
                .attributes(Map.of("RawMessageDelivery", "true")));
    return topic;
  }

  /** Takes what has come to a topic's queue, waiting a while for the first. */
  public List<Message> receive(String name, int seconds) {
    String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    List<Message> messages =
        sqs.receiveMessage(
                request ->
                    request
                        .queueUrl(url)
                        .messageAttributeNames("All")
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(seconds))
            .messages();
    messages.forEach(
        each ->
            sqs.deleteMessage(
                request -> request.queueUrl(url).receiptHandle(each.receiptHandle())));
    return messages;
  }

  /** Where a detector of that name reads: as {@link Intervals} writes, and {@code history/}. */
  public MetricSource source(String detector) {
    String root = "s3://" + bucket.name() + "/";
    return MetricSource.builder()
        .s3SourceConfig(
            s3 ->
                s3.roleArn(ROLE)
                    .templatedPathList(root + detector + "/data/{{yyyyMMdd}}/{{HHmm}}/")
                    .historicalDataPathList(root + "history/")
                    .fileFormatDescriptor(
                        f ->
                            f.csvFormatDescriptor(
                                c ->
                                    c.fileCompression("NONE")
                                        .charset("UTF-8")
                                        .containsHeader(true)
                                        .delimiter(",")
                                        .quoteSymbol("\""))))
        .build();
  }

  /** Writes the access keys of a server. */
  public static Path keys(Path folder) {
    Path file = folder.resolve("access.keys");
    try {
      Files.createDirectories(folder);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file,
          "[station]%naws_access_key_id = %s%naws_secret_access_key = %s%nrole = admin%n"
              .formatted(KEY_ID, SECRET),
          UTF_8);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client of a server with these access keys. */
  public static LookoutMetricsClient client(String url) {
    return LookoutMetricsClient.builder()
        .endpointOverride(URI.create(url))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public void close() {
    sns.close();
    sqs.close();
    bucket.client().close();
  }
}
