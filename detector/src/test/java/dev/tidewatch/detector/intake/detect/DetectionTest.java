package dev.tidewatch.detector.intake.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.detector.intake.FileFormat;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.S3Objects;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lookoutmetrics.model.Confidence;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedField;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedMetricSetConfig;

@ExtendWith(LocalAwsExtension.class)
final class DetectionTest {
  private static Bucket bucket;
  private static S3Objects objects;
  private String folder;

  @BeforeAll
  static void makeBucket(LocalAws aws) {
    bucket = Bucket.of(aws, "intake-detect");
    objects = new S3Objects(bucket.client());
  }

  @BeforeEach
  void chooseFolder() {
    folder = UUID.randomUUID().toString();
  }

  private static void assertDetected(DetectedField field, String value, Confidence confidence) {
    assertThat(field.value().s()).isEqualTo(value);
    assertThat(field.confidence()).isEqualTo(confidence);
    assertThat(field.message()).isNotBlank();
  }

  @Test
  void findsOutHowFilesAlongThePathAreWritten() throws Exception {
    Instant now = Instant.now();
    DateTimeFormatter layout =
        DateTimeFormatter.ofPattern("yyyyMMdd/HHmm").withZone(ZoneOffset.UTC);
    for (int i = 1; i <= 4; i++) {
      Instant start =
          Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 300) * 300 - 300L * i);
      bucket.put(
          folder + "/" + layout.format(start) + "/a",
          Bucket.gzip(
              "time;platform;views\n2026-11-20 10:05:00;'a;b';3\n2026-11-20 10:05:00;web;4\n"
                  .getBytes(UTF_8)));
    }

    DetectedMetricSetConfig config =
        new ConfigDetection(objects, Clock.systemUTC())
            .ofContinuousPath("s3://intake-detect/" + folder + "/{{yyyyMMdd}}/{{HHmm}}/")
            .orElseThrow();

    var csv = config.metricSource().s3SourceConfig().fileFormatDescriptor().csvFormatDescriptor();
    assertDetected(csv.fileCompression(), "GZIP", Confidence.HIGH);
    assertDetected(csv.charset(), "UTF-8", Confidence.HIGH);
    assertDetected(csv.delimiter(), ";", Confidence.HIGH);
    assertDetected(csv.quoteSymbol(), "'", Confidence.HIGH);
    assertDetected(csv.containsHeader(), "true", Confidence.HIGH);
    assertThat(csv.headerList().value().ss()).containsExactly("time", "platform", "views");
    assertDetected(config.metricSetFrequency(), "PT5M", Confidence.HIGH);
    assertThat(Integer.parseInt(config.offset().value().n())).isBetween(60, 1_800);
  }

  @Test
  void findsOutHowHistoryIsWritten() throws Exception {
    bucket.put(
        folder + "/a.json",
        "{\"t\":\"2026-11-20 10:00:00\",\"v\":1}\n{\"t\":\"2026-11-20 11:00:00\",\"v\":2}\n");

    DetectedMetricSetConfig config =
        new ConfigDetection(objects, Clock.systemUTC())
            .ofHistoricalPath(new S3Address("intake-detect", folder + "/"))
            .orElseThrow();

    var json = config.metricSource().s3SourceConfig().fileFormatDescriptor().jsonFormatDescriptor();
    assertDetected(json.fileCompression(), "NONE", Confidence.HIGH);
    assertDetected(json.charset(), "UTF-8", Confidence.HIGH);
    assertDetected(config.metricSetFrequency(), "PT1H", Confidence.LOW);
    assertThat(config.offset().confidence()).isEqualTo(Confidence.NONE);
  }

  @Test
  void showsTheFirstRows() throws Exception {
    bucket.put(folder + "/a.csv", "time,views\n" + "2026,\"1,0\"\n".repeat(30));
    SampleData samples = new SampleData(objects, Clock.systemUTC());
    FileFormat csv = new FileFormat.Csv(CsvDialect.RFC_4180, List.of(), UTF_8, false);
    FileFormat bare =
        new FileFormat.Csv(
            new CsvDialect(',', Optional.of('"'), false), List.of("a", "b", "c"), UTF_8, false);
    S3Address path = new S3Address("intake-detect", folder + "/");

    SampleData.Sample sample = samples.ofHistoricalPath(path, csv).orElseThrow();
    assertThat(sample.columns()).containsExactly("time", "views");
    assertThat(sample.rows()).hasSize(20).containsOnly(List.of("2026", "1,0"));
    assertThat(samples.ofHistoricalPath(path, bare).orElseThrow().rows().get(0))
        .containsExactly("time", "views", "");
    assertThat(samples.ofContinuousPath("s3://intake-detect/" + folder + "/{{yyyyMMdd}}/", csv))
        .isEmpty();
  }
}
