package dev.tidewatch.localaws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

final class S3ServerTest {
  private static final String BUCKET = "tidewatch";

  @TempDir static Path folder;
  private static S3Server server;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    server = S3Server.start(new S3Server.Options(folder, 0, "local", "local-secret"));
    s3 = client(server.endpoint(), "local-secret");
    s3.createBucket(request -> request.bucket(BUCKET));
  }

  @AfterAll
  static void stop() {
    s3.close();
    server.close();
  }

  @Test
  void keepsObjectsAsPlainFiles() throws IOException {
    put("data/intvl_hhmm=1005/part.csv", "a,b\n1,2\n");

    assertThat(folder.resolve(BUCKET).resolve("data/intvl_hhmm=1005/part.csv"))
        .content(UTF_8)
        .isEqualTo("a,b\n1,2\n");
    assertThat(text("data/intvl_hhmm=1005/part.csv")).isEqualTo("a,b\n1,2\n");
  }

  @Test
  void listsByPrefixInOrderAndForgetsWhatIsDeleted() {
    put("ordered/b.csv", "b");
    put("ordered/a.csv", "a");
    put("other/c.csv", "c");

    assertThat(keys("ordered/")).containsExactly("ordered/a.csv", "ordered/b.csv");
    s3.deleteObject(request -> request.bucket(BUCKET).key("ordered/a.csv"));
    assertThat(keys("ordered/")).containsExactly("ordered/b.csv");
    assertThatThrownBy(() -> text("ordered/a.csv")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void answersOnLoopbackOnly() {
    assertThat(server.endpoint().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void letsExactlyOneOfManyWritersCreateAnObject() throws Exception {
    int writers = 16;
    for (int round = 0; round < 5; round++) {
      String key = "race/" + round + ".csv";
      assertThat(race(writers, key)).as("winners of round %d", round).isEqualTo(1);
    }
  }

  @Test
  void refusesAWrongSecretKey() {
    try (S3Client stranger = client(server.endpoint(), "another-secret")) {
      assertThatThrownBy(() -> stranger.listBuckets())
          .isInstanceOfSatisfying(
              S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void hidesAnUploadUntilItIsWhole() throws Exception {
    byte[] content = new byte[4 << 20];
    CountDownLatch halfSent = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    ExecutorService uploader = Executors.newSingleThreadExecutor();
    try {
      Future<?> upload =
          uploader.submit(
              () ->
                  s3.putObject(
                      request -> request.bucket(BUCKET).key("slow/whole.csv"),
                      RequestBody.fromContentProvider(
                          () -> new Halting(content, halfSent, mayFinish),
                          content.length,
                          "text/csv")));
      halfSent.await();
      assertThat(keys("slow/")).isEmpty();
      mayFinish.countDown();
      upload.get();
    } finally {
      mayFinish.countDown();
      uploader.shutdownNow();
    }
    assertThat(keys("slow/")).containsExactly("slow/whole.csv");
  }

  @Test
  void hidesWhatAKilledServerLeftOfAnUpload() throws IOException {
    put("killed/whole.csv", "x");
    Files.writeString(folder.resolve(BUCKET).resolve("killed/part.csv-" + UUID.randomUUID()), "x");

    assertThat(keys("killed/")).containsExactly("killed/whole.csv");
  }

  @Test
  void refusesAKeyThatWouldBeTakenForAnUploadInFlight() {
    assertThatThrownBy(() -> put("named/by-" + UUID.randomUUID(), "x"))
        .isInstanceOfSatisfying(
            S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(400))
        .hasMessageContaining("give it an ending, such as .csv");
  }

  @Test
  void joinsMultipartUploads() {
    String key = "multipart/large.csv";
    String upload = s3.createMultipartUpload(r -> r.bucket(BUCKET).key(key)).uploadId();
    byte[] first = new byte[5 << 20];
    List<CompletedPart> parts = new ArrayList<>();
    for (byte[] part : List.of(first, "end".getBytes(UTF_8))) {
      int number = parts.size() + 1;
      String tag =
          s3.uploadPart(
                  r -> r.bucket(BUCKET).key(key).uploadId(upload).partNumber(number),
                  RequestBody.fromBytes(part))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    }
    assertThat(keys("multipart/")).isEmpty();
    s3.completeMultipartUpload(
        r -> r.bucket(BUCKET).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));

    assertThat(s3.headObject(r -> r.bucket(BUCKET).key(key)).contentLength())
        .isEqualTo(first.length + 3L);
  }

  @Test
  void saysWhichPortIsTaken() {
    int taken = server.endpoint().getPort();
    assertThatThrownBy(
            () -> S3Server.start(new S3Server.Options(folder, taken, "local", "local-secret")))
        .hasMessageContaining("S3 cannot start")
        .hasMessageContaining(Integer.toString(taken));
  }

  @Test
  void doesNotShowItsSecretInItsOptions() {
    assertThat(new S3Server.Options(folder, 0, "local", "local-secret").toString())
        .doesNotContain("local-secret");
  }

  private static int race(int writers, String key) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        attempts.add(
            () -> {
              start.await();
              return created(key);
            });
      }
      List<Future<Boolean>> results = new ArrayList<>();
      attempts.forEach(attempt -> results.add(pool.submit(attempt)));
      start.countDown();
      int winners = 0;
      for (Future<Boolean> result : results) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean created(String key) {
    try {
      s3.putObject(r -> r.bucket(BUCKET).key(key).ifNoneMatch("*"), RequestBody.fromString("x"));
      return true;
    } catch (S3Exception refused) {
      assertThat(refused.statusCode()).isIn(409, 412);
      return false;
    }
  }

  private static void put(String key, String content) {
    s3.putObject(
        request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content, UTF_8));
  }

  private static String text(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asUtf8String();
  }

  private static List<String> keys(String prefix) {
    return s3.listObjectsV2(request -> request.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static S3Client client(URI endpoint, String secretKey) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", secretKey)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Content that stops half-way until told to go on. */
  private static final class Halting extends InputStream {
    private final ByteArrayInputStream content;
    private final int half;
    private final CountDownLatch halfSent;
    private final CountDownLatch mayFinish;

    Halting(byte[] content, CountDownLatch halfSent, CountDownLatch mayFinish) {
      this.content = new ByteArrayInputStream(content);
      this.half = content.length / 2;
      this.halfSent = halfSent;
      this.mayFinish = mayFinish;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (content.available() <= half) {
        halfSent.countDown();
        try {
          mayFinish.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      }
      return content.read(target, offset, Math.min(length, 64 << 10));
    }
  }
}
