package dev.tidewatch.endtoend;

import dev.tidewatch.localaws.LocalAws;
import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A local AWS with one bucket, whose objects can be looked at as files. */
final class LocalCloud implements Closeable {
  private static final String BUCKET = "end-to-end";

  private final LocalAws aws;
  private final Path folder;

  private LocalCloud(LocalAws aws, Path folder) {
    this.aws = aws;
    this.folder = folder;
  }

  static LocalCloud start(Path folder) {
    LocalAws aws = LocalAws.start(LocalAws.Options.defaults().withFolder(folder));
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(aws.endpoints().s3())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("local", "local-secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      s3.createBucket(ask -> ask.bucket(BUCKET));
    }
    return new LocalCloud(aws, folder);
  }

  LocalStream createStream(String name, int shards) {
    return LocalStream.create(aws.endpoints().kinesis(), name, shards);
  }

  /** A place in the bucket, as a job is told. */
  URI location(String prefix) {
    return URI.create("s3://" + BUCKET + "/" + prefix);
  }

  /** The objects below some folders of the place. */
  OutputTree objects(String prefix, String... folders) {
    return OutputTree.of(folder.resolve("s3").resolve(BUCKET).resolve(prefix), folders);
  }

  Map<String, String> environment() {
    return aws.environment();
  }

  @Override
  public void close() {
    aws.close();
  }
}
