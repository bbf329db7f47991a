package dev.tidewatch.detector.intake.s3;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.SourceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Lists and reads objects. Safe for use by many threads. */
public final class S3Objects {
  private final Supplier<S3Client> client;

  public S3Objects(S3Client client) {
    this(() -> client);
  }

  /**
   * @param client asked when there is something to list or read, each time for the same client
   */
  public S3Objects(Supplier<S3Client> client) {
    this.client = requireNonNull(client, "client");
  }

  /**
   * An object.
   *
   * @param size in bytes
   */
  public record Entry(S3Address address, long size, Instant lastModified) {}

  /** Does something with the bytes of an object. */
  @FunctionalInterface
  public interface BytesUser<T> {
    T use(InputStream bytes) throws IOException;
  }

  /**
   * The objects directly in a folder, in the order of their keys; empty ones, which only mark
   * folders, are left out.
   *
   * @param most how many are of interest; there may be more in the answer
   */
  public List<Entry> directlyIn(S3Address folder, int most) throws S3Refusal {
    S3Address listed = folder.folder();
    List<Entry> entries = new ArrayList<>();
    String token = null;
    do {
      ListObjectsV2Response page = list(listed, "/", token, null);
      add(page, listed, entries);
      token = page.nextContinuationToken();
    } while (token != null && entries.size() <= most);
    return entries;
  }

  /**
   * All objects whose key begins with the address's key, in order, but for empty ones.
   *
   * @return empty when listing takes more pages than these
   */
  public Optional<List<Entry>> beginningWith(S3Address prefix, int mostPages) throws S3Refusal {
    List<Entry> entries = new ArrayList<>();
    String token = null;
    for (int page = 0; page < mostPages; page++) {
      ListObjectsV2Response answer = list(prefix, null, token, null);
      add(answer, prefix, entries);
      token = answer.nextContinuationToken();
      if (token == null) {
        return Optional.of(entries);
      }
    }
    return Optional.empty();
  }

  /** The first objects whose key begins with the address's key, up to a thousand. */
  public List<Entry> firstPage(S3Address prefix) throws S3Refusal {
    List<Entry> entries = new ArrayList<>();
    add(list(prefix, null, null, null), prefix, entries);
    return entries;
  }

  /** The first object whose key begins with the address's key. */
  Optional<Entry> firstBeginningWith(S3Address prefix) throws S3Refusal {
    List<Entry> entries = new ArrayList<>();
    add(list(prefix, null, null, 1), prefix, entries);
    return entries.stream().findFirst();
  }

  private ListObjectsV2Response list(
      S3Address at, @Nullable String delimiter, @Nullable String token, @Nullable Integer most)
      throws S3Refusal {
    try {
      return client
          .get()
          .listObjectsV2(
              ListObjectsV2Request.builder()
                  .bucket(at.bucket())
                  .prefix(at.key())
                  .delimiter(delimiter)
                  .continuationToken(token)
                  .maxKeys(most)
                  .build());
    } catch (SdkException e) {
      throw S3Trouble.refusal(e, at);
    }
  }

  private static void add(ListObjectsV2Response page, S3Address at, List<Entry> entries) {
    page.contents().stream()
        .filter(object -> object.size() > 0)
        .flatMap(object -> entry(at.bucket(), object.key(), object.size(), object.lastModified()))
        .forEach(entries::add);
  }

  /** Keys that no template leads to, such as those with an empty part, are not for us. */
  private static Stream<Entry> entry(String bucket, String key, long size, Instant lastModified) {
    try {
      return Stream.of(new Entry(new S3Address(bucket, key), size, lastModified));
    } catch (IllegalArgumentException unusualKey) {
      return Stream.empty();
    }
  }

  /**
   * Reads an object. What is left of it when the user returns is not fetched.
   *
   * @throws IOException what the user throws
   */
  public <T> T read(S3Address object, BytesUser<T> user) throws S3Refusal, IOException {
    ResponseInputStream<GetObjectResponse> bytes;
    try {
      bytes = client.get().getObject(request -> request.bucket(object.bucket()).key(object.key()));
    } catch (SdkException e) {
      throw S3Trouble.refusal(e, object);
    }
    ReportingStream reported = new ReportingStream(bytes, object);
    try {
      T result = user.use(reported);
      if (reported.isAtEnd()) {
        bytes.close();
      }
      return result;
    } catch (SdkException e) {
      throw S3Trouble.refusal(e, object);
    } finally {
      if (!reported.isAtEnd()) {
        bytes.abort();
      }
    }
  }

  /** Reads the first bytes of an object. */
  public byte[] beginning(S3Address object, int most) throws S3Refusal {
    try {
      return read(object, bytes -> bytes.readNBytes(most));
    } catch (IOException e) {
      throw new SourceUnavailable("S3 broke off " + object + ": " + e.getMessage(), e);
    }
  }
}
