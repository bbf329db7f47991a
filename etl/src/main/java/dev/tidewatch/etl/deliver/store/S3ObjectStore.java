package dev.tidewatch.etl.deliver.store;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.deliver.ObjectStore;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A prefix of an S3 bucket. Region, credentials and endpoint are those the AWS SDK finds by itself.
 *
 * <p>Failures that may pass (5xx, throttling, lost connections) are tried again for a quarter of an
 * hour unless told otherwise, by this class alone: the SDK's own retries are off. Refusals (no
 * permission, no such bucket) end at once.
 */
public final class S3ObjectStore implements ObjectStore {
  private static final int ALREADY_THERE = 412;

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final Patience patience;
  private final S3Failures failures;

  /**
   * @param prefix the beginning of all keys, without slashes at its ends; may be empty
   */
  S3ObjectStore(S3Client client, String bucket, String prefix, Patience patience) {
    this.client = requireNonNull(client, "client");
    this.bucket = requireNonNull(bucket, "bucket");
    this.prefix = prefix.isEmpty() ? "" : ObjectKey.check(prefix) + "/";
    this.patience = requireNonNull(patience, "patience");
    this.failures = new S3Failures(location());
  }

  /**
   * Opens {@code s3://bucket/prefix}.
   *
   * @param patience how long an outage is borne before an operation fails
   */
  static S3ObjectStore open(URI location, Duration patience) {
    String bucket = location.getAuthority();
    String path = location.getPath() == null ? "" : location.getPath();
    if (bucket == null || bucket.isEmpty() || location.getQuery() != null) {
      throw new IllegalArgumentException(
          "'" + location + "' names no bucket: write s3://bucket/prefix");
    }
    String prefix = path.replaceAll("^/|/$", "");
    return new S3ObjectStore(client().build(), bucket, prefix, Patience.of(patience));
  }

  static S3ClientBuilder client() {
    return S3Client.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30)))
        // All bodies are at hand and small: sign them whole, in one round trip.
        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .addExecutionInterceptor(new WithoutExpectContinue()));
  }

  @Override
  public void put(String key, byte[] content) {
    String objectKey = objectKey(key);
    call(
        "PutObject " + key,
        () ->
            client.putObject(
                request -> request.bucket(bucket).key(objectKey), RequestBody.fromBytes(content)));
  }

  @Override
  public boolean putIfAbsent(String key, byte[] content) {
    return call("PutObject " + key, () -> createOnce(key, content));
  }

  /**
   * A 412 can be the echo of our own write whose answer was lost, so what is there decides. It can
   * be deleted in between; then the write is tried anew.
   */
  private boolean createOnce(String key, byte[] content) {
    while (true) {
      try {
        client.putObject(
            request -> request.bucket(bucket).key(objectKey(key)).ifNoneMatch("*"),
            RequestBody.fromBytes(content));
        return true;
      } catch (AwsServiceException e) {
        if (e.statusCode() != ALREADY_THERE) {
          throw e;
        }
        Optional<byte[]> there = read(key);
        if (there.isPresent()) {
          return Arrays.equals(there.get(), content);
        }
      }
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    return call("GetObject " + key, () -> read(key));
  }

  private Optional<byte[]> read(String key) {
    try {
      ResponseBytes<GetObjectResponse> answer =
          client.getObjectAsBytes(request -> request.bucket(bucket).key(objectKey(key)));
      byte[] content = answer.asByteArrayUnsafe();
      checkWhole(key, content.length, answer.response().contentLength());
      return Optional.of(content);
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /** A connection that breaks off looks like the end of the object to the HTTP client. */
  private void checkWhole(String key, long length, @Nullable Long expected) {
    if (expected != null && expected != length) {
      throw new UncheckedIOException(
          new EOFException(
              "%s/%s broke off after %d of %d bytes".formatted(location(), key, length, expected)));
    }
  }

  @Override
  public Stream<String> list(String keyPrefix) {
    String start = prefix + ObjectKey.checkPrefix(keyPrefix);
    ListObjectsV2Response first = page(start, "");
    return Stream.iterate(
            Optional.of(first), Optional::isPresent, page -> page.flatMap(p -> next(start, p)))
        .flatMap(page -> page.orElseThrow().contents().stream())
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length()))
        .filter(key -> !key.endsWith("/")); // what consoles make for an empty folder
  }

  private Optional<ListObjectsV2Response> next(String start, ListObjectsV2Response page) {
    return Boolean.TRUE.equals(page.isTruncated())
        ? Optional.of(page(start, page.nextContinuationToken()))
        : Optional.empty();
  }

  private ListObjectsV2Response page(String start, String token) {
    return call(
        "ListObjectsV2 " + start,
        () ->
            client.listObjectsV2(
                request -> {
                  request.bucket(bucket).prefix(start);
                  if (!token.isEmpty()) {
                    request.continuationToken(token);
                  }
                }));
  }

  @Override
  public void delete(String key) {
    String objectKey = objectKey(key);
    call(
        "DeleteObject " + key,
        () -> client.deleteObject(request -> request.bucket(bucket).key(objectKey)));
  }

  @Override
  public String location() {
    String uri = "s3://" + bucket + "/" + prefix;
    return uri.substring(0, uri.length() - 1);
  }

  @Override
  public void close() {
    client.close();
  }

  private String objectKey(String key) {
    return prefix + ObjectKey.check(key);
  }

  private <T> T call(String what, Supplier<T> attempt) {
    try {
      return patience.attempt(what, attempt, failures::mayPass);
    } catch (RuntimeException failure) {
      throw failures.explained(what, failure);
    }
  }
}
