package dev.tidewatch.detector.intake.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.detector.intake.Completeness;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.IntervalSource;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.Requests;
import dev.tidewatch.detector.intake.RowsText;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(LocalAwsExtension.class)
final class S3IntervalSourceTest {
  private static final Instant START = Instant.parse("2026-11-20T10:05:00Z");
  private static final Interval INTERVAL = new Interval(START, START.plusSeconds(300));
  private static final String HEADER = "time,platform,marketplace,views,price\n";
  private static Bucket bucket;
  private static URI endpoint;

  private String folder;

  @BeforeAll
  static void makeBucket(LocalAws aws) {
    bucket = Bucket.of(aws, "intake-interval");
    endpoint = aws.endpoints().s3();
  }

  @BeforeEach
  void chooseFolder() {
    folder = UUID.randomUUID().toString();
  }

  private Dataset dataset() {
    return dataset("/data/{{yyyyMMdd}}/{{HHmm}}/");
  }

  private Dataset dataset(String layout) {
    return Requests.dataset(
        IntervalLength.PT5M, Requests.shop("s3://intake-interval/" + folder + layout));
  }

  private static IntervalSource source(Dataset dataset) {
    return source(dataset, IntakeQuotas.published(dataset.length()), bucket.client());
  }

  private static IntervalSource source(Dataset dataset, IntakeQuotas quotas, S3Client client) {
    return new DataSources(
            client,
            () -> {
              throw new AssertionError("no CloudWatch here");
            },
            Clock.systemUTC())
        .intervals(dataset, quotas);
  }

  private static List<String> rows(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Rows.class);
    return RowsText.of(((Reading.Rows) reading).rows(), 2, 2);
  }

  private static String failure(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Failed.class);
    return reading.reason().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/",
        "/data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}",
        "/{{yyyyMMdd}}/{{HHmm}}/",
        "/{{yyyyMMdd}}/{{HHmm}}",
        "/{{HHmm}}/{{yyyyMMdd}}"
      })
  void readsThePublishedLayouts(String layout) {
    String path =
        layout
            .replace("{{yyyy-MM-dd}}", "2026-11-20")
            .replace("{{yyyyMMdd}}", "20261120")
            .replace("{{HHmm}}", "1005");
    bucket.put(
        folder + path + (path.endsWith("/") ? "" : "/") + "run-1622673607777-part-r-00000",
        HEADER
            + "2026-11-20 10:05:00,web,us,3,1.5\n2026-11-20 10:09:59,web,us,4,2.5\n"
            + "2026-11-20 10:06:00,app,de,1,\n");

    Reading reading = source(dataset(layout)).read(INTERVAL);

    assertThat(rows(reading)).containsExactly("app de 1.0 NaN", "web us 7.0 2.0");
    var quality = reading.quality().orElseThrow();
    assertThat(quality.rowsProcessed()).isEqualTo(3);
    assertThat(quality.rowsUsed()).isEqualTo(3);
    assertThat(quality.rowsPartial()).isEqualTo(1);
    assertThat(quality.timeSeries()).isEqualTo(3);
    assertThat(quality.distinctValues())
        .containsEntry("platform", 2)
        .containsEntry("marketplace", 2);
    assertThat(quality.completeness())
        .containsEntry("price", 2.0 / 3)
        .containsEntry("views", 1.0)
        .containsEntry("time", 1.0);
  }

  @Test
  void saysThatThereIsNoDataForAMissingFolder() {
    Reading reading = source(dataset()).read(INTERVAL);

    assertThat(reading).isInstanceOf(Reading.NoData.class);
    assertThat(reading.reason().orElseThrow())
        .startsWith("No datapoint at the source for interval 2026-11-20T10:05:00Z to");
  }

  @Test
  void readsOnlyObjectsDirectlyInTheFolder() {
    bucket.put(folder + "/data/20261120/1005/a.csv", HEADER + "2026-11-20 10:05:00,web,us,3,1\n");
    bucket.put(folder + "/data/20261120/1005/b/b.csv", HEADER + "2026-11-20 10:05:00,web,us,9,1\n");
    bucket.put(folder + "/data/20261120/10051/c.csv", HEADER + "2026-11-20 10:05:00,web,us,9,1\n");

    assertThat(rows(source(dataset()).read(INTERVAL))).containsExactly("web us 3.0 1.0");
  }

  @Test
  void ignoresAndCountsRecordsOutsideTheInterval() {
    bucket.put(
        folder + "/data/20261120/1005/a.csv",
        HEADER
            + "2026-11-20 10:04:59,web,us,3,1\n"
            + "2026-11-20 10:05:00,web,us,4,1\n"
            + "2026-11-20 10:10:00,web,us,5,1\n");

    Reading reading = source(dataset()).read(INTERVAL);

    assertThat(rows(reading)).containsExactly("web us 4.0 1.0");
    assertThat(reading.quality().orElseThrow().rowsOutside()).isEqualTo(2);
  }

  @Test
  void failsWhenNothingIsUsableAndSaysWhy() {
    bucket.put(
        folder + "/data/20261120/1005/a.csv",
        HEADER + "20.11.2026 10:05,web,us,3,1\n20.11.2026 10:06,web,us,3,1\n");

    assertThat(failure(source(dataset()).read(INTERVAL)))
        .isEqualTo(
            "Insufficient data at the source: 2 of 2 records are with a timestamp that does not"
                + " match the format");
  }

  @Test
  void failsForTooManyFilesRecordsAndBytes() {
    for (int i = 0; i < 6; i++) {
      bucket.put(
          folder + "/data/20261120/1005/" + i,
          HEADER + "2026-11-20 10:05:00,web,us,1,1\n".repeat(2));
    }
    IntakeQuotas published = IntakeQuotas.published(IntervalLength.PT5M);

    assertThat(failure(source(dataset()).read(INTERVAL)))
        .contains("6 files", "quota is 5", "write fewer");
    assertThat(
            failure(
                source(dataset(), published.withInterval(6, 11, 1000_000), bucket.client())
                    .read(INTERVAL)))
        .contains("quota of 11 records", "aggregate them");
    assertThat(
            failure(
                source(dataset(), published.withInterval(6, 100, 100), bucket.client())
                    .read(INTERVAL)))
        .contains("MB, the quota is");
    assertThat(
            rows(
                source(dataset(), published.withInterval(6, 12, 1000_000), bucket.client())
                    .read(INTERVAL)))
        .containsExactly("web us 12.0 1.0");
  }

  @Test
  void tellsRefusalsPlainlyAndTroubleToTheSchedule() {
    Dataset elsewhere =
        Requests.dataset(
            IntervalLength.PT5M, Requests.shop("s3://no-such-bucket-here/{{yyyyMMdd}}/{{HHmm}}"));
    assertThat(failure(source(elsewhere).read(INTERVAL)))
        .isEqualTo("Bucket no-such-bucket-here does not exist");

    S3Client stranger =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "wrong")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    IntakeQuotas quotas = IntakeQuotas.published(IntervalLength.PT5M);
    assertThat(failure(source(dataset(), quotas, stranger).read(INTERVAL)))
        .contains("is denied", "s3:GetObject");

    S3Client nobody =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:1"))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    assertThatThrownBy(() -> source(dataset(), quotas, nobody).read(INTERVAL))
        .isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void boundsWhatComesOutOfAGzipBomb() {
    byte[] zeros = new byte[64 * 1024 * 1024];
    Arrays.fill(zeros, (byte) '\n');
    bucket.put(folder + "/data/20261120/1005/bomb", Bucket.gzip(zeros));
    Dataset zipped =
        Requests.dataset(
            IntervalLength.PT5M,
            Requests.shop("unused")
                .metricSource(
                    source ->
                        source.s3SourceConfig(
                            Requests.csv(
                                "s3://intake-interval/" + folder + "/data/{{yyyyMMdd}}/{{HHmm}}/",
                                config ->
                                    config.fileFormatDescriptor(
                                        format ->
                                            format.csvFormatDescriptor(
                                                csv ->
                                                    csv.containsHeader(true)
                                                        .fileCompression("GZIP")))))));
    IntakeQuotas quotas =
        IntakeQuotas.published(IntervalLength.PT5M).withExpandedBytes(10 * 1024 * 1024);

    assertThat(failure(source(zipped, quotas, bucket.client()).read(INTERVAL)))
        .contains("expands to more than 10.0 MB");
    assertThat(failure(source(dataset()).read(INTERVAL))).contains("compressed with gzip");
  }

  @Test
  void takesAnIntervalFromItsManifest() throws Exception {
    byte[] data = (HEADER + "2026-11-20 10:05:00,web,us,3,1\n").getBytes(UTF_8);
    String object = "data/20261120/1005/20261120T100500Z.csv";
    bucket.put(folder + "/" + object, data);
    manifest(START, object, false, data);
    manifest(START.plusSeconds(300), "data/20261120/1010/x.csv", true, data);
    IntervalSource source = source(dataset());
    Interval next = new Interval(INTERVAL.end(), INTERVAL.end().plusSeconds(300));
    Interval third = new Interval(next.end(), next.end().plusSeconds(300));

    assertThat(source.completeness(INTERVAL)).isInstanceOf(Completeness.Complete.class);
    assertThat(rows(source.read(INTERVAL))).containsExactly("web us 3.0 1.0");
    assertThat(source.read(next)).isInstanceOf(Reading.EmptyByRight.class);
    assertThat(source.completeness(third)).isEqualTo(new Completeness.Unknown(true));

    bucket.put(folder + "/" + object, HEADER + "2026-11-20 10:05:00,web,us,4,1\n");
    assertThat(failure(source.read(INTERVAL))).contains("SHA-256 differs");
    bucket.client().deleteObject(r -> r.bucket("intake-interval").key(folder + "/" + object));
    assertThat(failure(source.read(INTERVAL))).contains("is not there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../other/x.csv", "data//x.csv", "data/./x.csv", "data/\\u0007.csv"})
  void aManifestThatNamesNoObjectIsNotUnderstood(String object) throws Exception {
    byte[] data = (HEADER + "2026-11-20 10:00:00,web,us,3,1\n").getBytes(UTF_8);
    manifest(START.minusSeconds(300), "data/20261120/1000/20261120T100000Z.csv", false, data);
    manifest(START, object, false, data);
    IntervalSource source = source(dataset());

    assertThat(source.completeness(INTERVAL)).isEqualTo(new Completeness.Unknown(true));
    assertThat(failure(source.read(INTERVAL))).endsWith("cannot be understood");
  }

  private void manifest(Instant start, String object, boolean empty, byte[] data) throws Exception {
    bucket.put(
        folder + "/manifests/2026/11/20/" + SharedFolder.name(start) + ".json",
        """
        {"version": 1, "object": "%s", "empty": %s, "rows": 1, "sha256": "%s"}
        """
            .formatted(
                object,
                empty,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data))));
  }

  @Test
  void knowsWhichIntervalOfATwiceShownHourOurFilesMean() {
    Dataset berlin =
        Requests.dataset(
            IntervalLength.PT1H,
            Requests.shop("s3://intake-interval/" + folder + "/data/{{yyyyMMdd}}/{{HHmm}}/")
                .timezone("Europe/Berlin"));
    Interval first = berlin.calendar().intervalOf(Instant.parse("2026-10-25T00:00:00Z"));
    Interval second = berlin.calendar().after(first);
    bucket.put(
        folder + "/data/20261025/0200/20261025T000000Z.csv",
        HEADER + "2026-10-25 02:00:00,web,us,1,1\n");
    bucket.put(
        folder + "/data/20261025/0200/20261025T010000Z.csv",
        HEADER + "2026-10-25 02:00:00,web,us,2,1\n");

    assertThat(rows(source(berlin).read(first))).containsExactly("web us 1.0 1.0");
    assertThat(rows(source(berlin).read(second))).containsExactly("web us 2.0 1.0");
  }

  @Test
  void readsTheLongAndTheShortDayOfAZone() {
    Dataset days =
        Requests.dataset(
            IntervalLength.P1D,
            Requests.shop("s3://intake-interval/" + folder + "/{{yyyy}}/{{MM}}/{{dd}}")
                .timezone("Europe/Berlin"));
    bucket.put(
        folder + "/2026/03/29/a.csv",
        HEADER + "2026-03-29 00:00:00,web,us,1,1\n2026-03-29 23:59:59,web,us,1,1\n");
    bucket.put(
        folder + "/2026/10/25/a.csv",
        HEADER + "2026-10-25 00:00:00,web,us,1,1\n2026-10-25 23:59:59,web,us,1,1\n");

    Interval spring = days.calendar().intervalOf(Instant.parse("2026-03-29T12:00:00Z"));
    Interval autumn = days.calendar().intervalOf(Instant.parse("2026-10-25T12:00:00Z"));

    assertThat(rows(source(days).read(spring))).containsExactly("web us 2.0 1.0");
    assertThat(rows(source(days).read(autumn))).containsExactly("web us 2.0 1.0");
  }

  @Test
  void keepsWhatTheFiltersWant() {
    Dataset filtered =
        Requests.dataset(
            IntervalLength.PT5M,
            Requests.shop("s3://intake-interval/" + folder + "/data/{{yyyyMMdd}}/{{HHmm}}/")
                .dimensionFilterList(
                    filter ->
                        filter
                            .name("marketplace")
                            .filterList(
                                value -> value.dimensionValue("us"),
                                value -> value.dimensionValue("de").filterOperation("EQUALS"))));
    bucket.put(
        folder + "/data/20261120/1005/a.csv",
        HEADER
            + "2026-11-20 10:05:00,web,us,1,1\n"
            + "2026-11-20 10:05:00,web,de,2,1\n"
            + "2026-11-20 10:05:00,web,fr,3,1\n");

    Reading reading = source(filtered).read(INTERVAL);

    assertThat(rows(reading)).containsExactly("web de 2.0 1.0", "web us 1.0 1.0");
    assertThat(reading.quality().orElseThrow().rowsFiltered()).isEqualTo(1);
  }
}
