package dev.tidewatch.detector.intake.s3;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of S3 that is a folder of this machine: what reads files in S3 reads these without
 * knowing. All other buckets are where they were. Only reads.
 */
public final class FolderBucket implements S3Client {
  private final String bucket;
  private final Path folder;
  private final Supplier<S3Client> others;

  /**
   * @param bucket a name that S3 gives to nobody
   * @param folder need not exist: the bucket is empty then
   * @param others asked when another bucket is, each time for the same client
   */
  public FolderBucket(String bucket, Path folder, Supplier<S3Client> others) {
    this.bucket = requireNonNull(bucket, "bucket");
    this.folder = folder.toAbsolutePath().normalize();
    this.others = requireNonNull(others, "others");
  }

  /** All at once: there is no second page. */
  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    if (!bucket.equals(request.bucket())) {
      return others.get().listObjectsV2(request);
    }
    String prefix = request.prefix() == null ? "" : request.prefix();
    int most = request.maxKeys() == null ? Integer.MAX_VALUE : request.maxKeys();
    try {
      List<S3Object> found = find(prefix, request.delimiter() != null, most);
      return ListObjectsV2Response.builder().contents(found).isTruncated(false).build();
    } catch (NoSuchFileException gone) {
      return ListObjectsV2Response.builder().isTruncated(false).build();
    } catch (IOException e) {
      throw SdkClientException.create("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  private List<S3Object> find(String prefix, boolean onlyDirectly, int most) throws IOException {
    Path start = inside(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start, onlyDirectly ? 1 : Integer.MAX_VALUE)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> key(file).startsWith(prefix))
          .sorted((one, other) -> key(one).compareTo(key(other)))
          .limit(most)
          .map(this::object)
          .toList();
    }
  }

  private String key(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private S3Object object(Path file) {
    try {
      return S3Object.builder()
          .key(key(file))
          .size(Files.size(file))
          .lastModified(Files.getLastModifiedTime(file).toInstant())
          .build();
    } catch (IOException e) {
      throw SdkClientException.create("cannot look at " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    if (!bucket.equals(request.bucket())) {
      return others.get().getObject(request);
    }
    Path file = inside(request.key());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw missing(request.key());
    }
    try {
      InputStream bytes = Files.newInputStream(file);
      return new ResponseInputStream<>(
          GetObjectResponse.builder().contentLength(Files.size(file)).build(),
          AbortableInputStream.create(bytes, () -> close(bytes)));
    } catch (IOException e) {
      throw SdkClientException.create("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** What is broken off is closed, too: a file is no connection that others wait for. */
  private static void close(InputStream bytes) {
    try {
      bytes.close();
    } catch (IOException e) {
      throw SdkClientException.create("cannot close a file: " + e.getMessage(), e);
    }
  }

  private Path inside(String key) {
    Path path = folder.resolve(key).normalize();
    if (!path.startsWith(folder) || leadsElsewhere(path)) {
      throw missing(key);
    }
    return path;
  }

  /** A link is not followed: who may write here need not be who may read the whole machine. */
  private boolean leadsElsewhere(Path path) {
    Path part = folder;
    for (Path name : folder.relativize(path)) {
      part = part.resolve(name);
      if (Files.isSymbolicLink(part)) {
        return true;
      }
    }
    return false;
  }

  private static S3Exception missing(String key) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(404)
            .message("there is no " + key)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchKey").build())
            .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** The client of the other buckets is closed by whoever made it. */
  @Override
  public void close() {}
}
