package dev.tidewatch.detector.intake.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.Requests;
import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalAwsExtension.class)
final class HistoryTest {
  private static final String HEADER = "time,platform,marketplace,views,price\n";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Instant NOW = Instant.parse("2026-11-20T10:07:00Z");
  private static Bucket bucket;

  private String folder;

  @BeforeAll
  static void makeBucket(LocalAws aws) {
    bucket = Bucket.of(aws, "intake-history");
  }

  @BeforeEach
  void chooseFolder() {
    folder = UUID.randomUUID().toString();
  }

  private static History history(Dataset dataset) {
    return new DataSources(
            bucket.client(),
            () -> {
              throw new AssertionError("no CloudWatch here");
            },
            Clock.systemUTC())
        .history(dataset, IntakeQuotas.published(dataset.length()));
  }

  private Dataset historical(String path) {
    return Requests.dataset(
        IntervalLength.PT5M,
        Requests.shop("unused")
            .metricSource(
                source ->
                    source.s3SourceConfig(
                        Requests.csv(
                            "s3://intake-history/" + folder + "/live/{{yyyyMMdd}}/{{HHmm}}/",
                            config ->
                                config.historicalDataPathList(
                                    "s3://intake-history/" + folder + path)))));
  }

  private static String row(LocalDateTime time, int views) {
    return TIME.format(time) + ",web,us," + views + ",1\n";
  }

  @Test
  void groupsTheRecordsOfAllFilesByInterval() {
    LocalDateTime last = LocalDateTime.of(2026, 11, 20, 10, 0);
    List<StringBuilder> files = List.of(new StringBuilder(HEADER), new StringBuilder(HEADER));
    for (int i = 0; i < 2_600; i++) {
      files
          .get(i % 2)
          .append(row(last.minusMinutes(5L * i), 1))
          .append(row(last.minusMinutes(5L * i), 2));
    }
    files.get(0).append(row(last.plusMinutes(5), 9)).append(row(last.minusMonths(4), 9));
    bucket.put(folder + "/past/a.csv", files.get(0).toString());
    bucket.put(folder + "/past/b.csv", files.get(1).toString());
    bucket.put(folder + "/past/deeper/c.csv", HEADER + row(last, 100));
    List<Long> progress = new ArrayList<>();

    History.Past past =
        history(historical("/past/")).read(NOW, (read, rows, intervals) -> progress.add(rows));

    assertThat(past.reason()).isEmpty();
    assertThat(past.intervals().size()).isEqualTo(2_500);
    assertThat(past.intervals().interval(2_499).start()).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(past.intervals().rows(2_499).measure(0, 0)).isEqualTo(3);
    assertThat(past.intervals()).allSatisfy(rows -> assertThat(rows.measure(0, 0)).isEqualTo(3));
    assertThat(past.quality().rowsProcessed()).isEqualTo(5_202);
    assertThat(past.quality().rowsUsed()).isEqualTo(5_000);
    assertThat(progress).hasSize(2).last().isEqualTo(5_202L);
  }

  @Test
  void readsASingleObjectAndTellsOfAnUnusableOne() {
    bucket.put(folder + "/one.csv", HEADER + row(LocalDateTime.of(2026, 11, 20, 9, 0), 5));
    bucket.put(folder + "/two/a.csv", "x\n");
    bucket.put(folder + "/two/b.csv", HEADER + row(LocalDateTime.of(2026, 11, 20, 9, 0), 5));

    assertThat(
            history(historical("/one.csv")).read(NOW, History.Progress.SILENT).intervals().size())
        .isEqualTo(1);
    History.Past two = history(historical("/two")).read(NOW, History.Progress.SILENT);
    assertThat(two.intervals().size()).isEqualTo(1);
    assertThat(two.reason().orElseThrow()).contains("two/a.csv has no column");
    assertThat(history(historical("/none/")).read(NOW, History.Progress.SILENT).reason())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/",
        "/{{yyyyMMdd}}/{{HHmm}}",
        "/{{HHmm}}/{{yyyyMMdd}}/"
      })
  void looksBackwardsAlongTheContinuousPath(String layout) {
    String path = "s3://intake-history/" + folder + layout;
    PathTemplate template = PathTemplate.of(path);
    LocalDateTime last = LocalDateTime.of(2026, 11, 20, 10, 0);
    for (int i = 0; i < 30; i++) {
      put(template, last.minusMinutes(5L * i), i);
    }
    put(template, last.plusMinutes(5), 77); // not over yet
    put(template, last.minusDays(1), 88);
    put(template, last.minusDays(10), 99); // behind the gap

    History.Past past =
        history(Requests.dataset(IntervalLength.PT5M, Requests.shop(path)))
            .read(NOW, History.Progress.SILENT);

    assertThat(past.reason()).isEmpty();
    assertThat(past.intervals().size()).isEqualTo(31);
    assertThat(past.intervals().rows(0).measure(0, 0)).isEqualTo(88);
    assertThat(past.intervals().rows(30).measure(0, 0)).isEqualTo(0);
    assertThat(past.intervals().interval(30))
        .isEqualTo(
            new Interval(
                last.toInstant(ZoneOffset.UTC), last.plusMinutes(5).toInstant(ZoneOffset.UTC)));
  }

  private static void put(PathTemplate template, LocalDateTime start, int views) {
    String key = template.folder(start).substring("s3://intake-history/".length());
    bucket.put(key + "a.csv", HEADER + row(start, views));
  }

  @Test
  void saysWhyNoRecordOfThePastCanBeUsed() {
    bucket.put(
        folder + "/history/x.csv",
        HEADER
            + "2026-11-20 09:00:00,w\uFFFDb,us,1,1\n"
            + "2026-11-20 09:05:00,w\uFFFDb,us,1,1\n"
            + "2021-11-20 09:05:00,web,us,1,1\n");
    Dataset dataset = historical("/history/");

    History.Past past = history(dataset).read(NOW, History.Progress.SILENT);

    assertThat(past.intervals().size()).isZero();
    assertThat(past.reason())
        .hasValue(
            "Insufficient data at the source: 2 of 3 records are with a dimension value that is no"
                + " text of the charset");
  }

  private static History.Past within(IntakeQuotas quotas, Dataset dataset) {
    return new DataSources(
            bucket.client(),
            () -> {
              throw new AssertionError("no CloudWatch here");
            },
            Clock.systemUTC())
        .history(dataset, quotas)
        .read(NOW, History.Progress.SILENT);
  }

  @Test
  void refusesMoreFilesAndMoreBytesThanTheQuotas() {
    for (int i = 0; i < 3; i++) {
      bucket.put(folder + "/history/" + i, HEADER + "2026-11-20 09:00:00,web,us,1,1\n");
    }
    Dataset dataset = historical("/history/");

    assertThat(within(quotas(2, 1 << 20), dataset).reason().orElseThrow())
        .endsWith("has more than 2 files: join them");
    assertThat(within(quotas(3, 100), dataset).reason().orElseThrow())
        .contains("the quota is 0: leave out what is older");
    assertThat(within(quotas(3, 1 << 20), dataset).reason()).isEmpty();
  }

  private static IntakeQuotas quotas(int files, long bytes) {
    return new IntakeQuotas(5, 5, 5, 15_000, 1 << 20, 1 << 20, files, bytes, 2_500, 3_000);
  }

  @Test
  void boundsWhatComesOutOfAGzipBombOfThePast() {
    byte[] row = (HEADER + "2026-11-20 09:00:00,web,us,1,1\n".repeat(200_000)).getBytes(UTF_8);
    bucket.put(folder + "/history/bomb", Bucket.gzip(row));
    Dataset dataset =
        Requests.dataset(
            IntervalLength.PT5M,
            Requests.shop("unused")
                .metricSource(
                    source ->
                        source.s3SourceConfig(
                            Requests.csv(
                                "s3://intake-history/" + folder + "/live/{{yyyyMMdd}}/{{HHmm}}/",
                                config ->
                                    config
                                        .historicalDataPathList(
                                            "s3://intake-history/" + folder + "/history/")
                                        .fileFormatDescriptor(
                                            format ->
                                                format.csvFormatDescriptor(
                                                    csv ->
                                                        csv.containsHeader(true)
                                                            .fileCompression("GZIP")))))));

    assertThat(within(quotas(3, 1 << 20), dataset).reason().orElseThrow())
        .endsWith("expands to more than 100 times its size: write it anew");
  }
}
