package dev.tidewatch.detector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.localaws.LocalAws;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of the local S3 for one test class. */
public record Bucket(S3Client client, String name) {
  /** Makes the bucket. */
  public static Bucket of(LocalAws aws, String name) {
    S3Client client =
        S3Client.builder()
            .endpointOverride(aws.endpoints().s3())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        aws.environment().get("AWS_ACCESS_KEY_ID"),
                        aws.environment().get("AWS_SECRET_ACCESS_KEY"))))
            .httpClient(UrlConnectionHttpClient.create())
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .overrideConfiguration(o -> o.addExecutionInterceptor(new WithoutExpectContinue()))
            .build();
    client.createBucket(request -> request.bucket(name));
    return new Bucket(client, name);
  }

  /** Puts a text there. */
  public void put(String key, String text) {
    put(key, text.getBytes(UTF_8));
  }

  /** Puts bytes there. */
  public void put(String key, byte[] bytes) {
    client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes));
  }

  /** The bytes, compressed. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return zipped.toByteArray();
  }

  /** The local S3 sometimes hangs up on those who ask before they send. */
  private static final class WithoutExpectContinue implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
  }
}
