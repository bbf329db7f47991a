package dev.tidewatch.consolecheck.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.sample.SampleData;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/**
 * Fills a world with a detector that nobody activated, and with files of its history that the
 * server can really read: they are where those of the sample data would be.
 *
 * @param data the server's folder
 */
record HistoryFill(Handle handle, Instant now, Path data) {
  private static final int HOURS = 400;
  private static final int FALL = 350;
  private static final List<String> COUNTRIES = List.of("de", "uk");
  private static final List<String> PLATFORMS = List.of("app", "web");

  void fill() {
    write(data, now);
    long detector =
        Detectors.insert(handle, new DetectorDraft("tills", null, IntervalLength.PT1H, null), now)
            .id();
    String root = "s3://" + SampleData.BUCKET + "/";
    MetricSets.insert(
        handle,
        detector,
        CreateMetricSetRequest.builder()
            .metricSetName("tills")
            .metricList(sum("orders"), sum("revenue"))
            .dimensionList("country", "platform")
            .offset(60)
            .timezone("UTC")
            .timestampColumn(column -> column.columnName("time").columnFormat("UNIX"))
            .metricSource(
                source ->
                    source.s3SourceConfig(
                        s3 ->
                            s3.roleArn(Declared.ROLE)
                                .templatedPathList(root + "live/{{yyyyMMdd}}/{{HHmm}}/")
                                .historicalDataPathList(root + "history/")
                                .fileFormatDescriptor(
                                    format ->
                                        format.csvFormatDescriptor(
                                            csv ->
                                                csv.fileCompression("NONE")
                                                    .charset("UTF-8")
                                                    .containsHeader(true)
                                                    .delimiter(",")
                                                    .quoteSymbol("\"")))))
            .build(),
        now);
  }

  private static Metric sum(String measure) {
    return Metric.builder().metricName(measure).aggregationFunction("SUM").build();
  }

  private static void write(Path data, Instant now) {
    Path file = SampleData.objects(data).resolve("history").resolve("tills.csv");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, csv(now).getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String csv(Instant now) {
    Random random = new Random(3);
    Instant start = begin(now);
    StringBuilder text = new StringBuilder("time,country,platform,orders,revenue\n");
    for (int hour = 0; hour < HOURS; hour++) {
      double day = 1.5 + Math.sin(2 * Math.PI * hour / 24);
      for (String country : COUNTRIES) {
        boolean fell = country.equals("uk") && hour >= FALL && hour < FALL + 3;
        for (String platform : PLATFORMS) {
          double orders = 500 * day * (1 + .02 * random.nextGaussian()) * (fell ? .2 : 1);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%d,%s,%s,%.0f,%.2f\n",
                  start.plus(Duration.ofHours(hour)).getEpochSecond(),
                  country,
                  platform,
                  orders,
                  orders * 30 * (1 + .01 * random.nextGaussian())));
        }
      }
    }
    return text.toString();
  }

  private static Instant begin(Instant now) {
    return Instant.ofEpochSecond(now.getEpochSecond() / 3600 * 3600).minus(Duration.ofHours(HOURS));
  }

  /** The only thing that was anomalous, as people write it down. */
  static String label(Instant now) {
    Instant fall = begin(now).plus(Duration.ofHours(FALL));
    return fall + "," + fall.plus(Duration.ofHours(3)) + ",country=uk";
  }
}
