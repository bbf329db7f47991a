package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

class InitCommandTest {
  private static final String CSV =
      """
      platform,marketplace,timestamp,views,latency_ms,order_id
      pc_web,us,2021-06-02 22:35:00,298,89.40,1
      mobile,uk,2021-06-02 22:40:00,12,3.10,2
      mobile,us,2021-06-02 22:45:00,14,4.10,3
      pc_web,uk,2021-06-02 22:50:00,9,4.00,4
      """;

  @TempDir static Path folder;
  private static Station station;

  @BeforeAll
  static void start() {
    station = Station.start(folder.resolve("station"));
  }

  @AfterAll
  static void stop() {
    station.close();
  }

  private static Blueprint drafted(String... arguments) {
    Cli init = Cli.run(arguments);
    assertThat(init.code()).as(init.err()).isZero();
    String file = Cli.file(folder, "drafted.yaml", init.out());
    assertThat(Cli.run("validate", "-f", file).code()).isZero();
    return BlueprintFile.read(init.out(), "drafted.yaml");
  }

  private static S3SourceConfig s3(Blueprint blueprint) {
    return blueprint.dataset().metricSource().s3SourceConfig();
  }

  private static CsvFormatDescriptor csv(Blueprint blueprint) {
    return s3(blueprint).fileFormatDescriptor().csvFormatDescriptor();
  }

  private static List<String> measures(Blueprint blueprint) {
    return blueprint.dataset().metricList().stream()
        .map(metric -> metric.metricName() + " " + metric.aggregationFunctionAsString())
        .toList();
  }

  @Test
  void readsCsvWithAHeader() {
    Blueprint drafted = drafted("init", Cli.file(folder, "sales.csv", CSV));
    assertThat(drafted.name()).isEqualTo("sales");
    assertThat(drafted.dataset().dimensionList()).containsExactly("platform", "marketplace");
    assertThat(measures(drafted)).containsExactly("views SUM", "latency_ms AVG");
    assertThat(drafted.dataset().timestampColumn().columnName()).isEqualTo("timestamp");
    assertThat(drafted.dataset().timestampColumn().columnFormat()).isEqualTo("yyyy-MM-dd HH:mm:ss");
    assertThat(drafted.dataset().metricSetFrequencyAsString()).isEqualTo("PT5M");
    assertThat(csv(drafted).containsHeader()).isTrue();
  }

  @Test
  void saysWhatItSawAndHowSureItIs() {
    String text = Cli.run("init", Cli.file(folder, "sales.csv", CSV)).out();
    assertThat(text)
        .contains("All 4 values read as yyyy-MM-dd HH:mm:ss, such as 2021-06-02 22:35:00.")
        .doesNotContain("Not sure")
        .contains("# 2 values: uk, us")
        .contains("# Left out: order_id,")
        .contains("# Made up: where in S3")
        .contains("The closest times are 300 s apart.");
  }

  @Test
  void readsCompressedCsvWithoutAHeader() throws IOException {
    String text =
        CSV.lines().skip(1).map(line -> line.replace(',', ';') + "\n").reduce("", String::concat);
    Path file = Files.write(folder.resolve("live.gz"), zipped(text));
    Blueprint drafted = drafted("init", file.toString());
    assertThat(csv(drafted).fileCompressionAsString()).isEqualTo("GZIP");
    assertThat(csv(drafted).delimiter()).isEqualTo(";");
    assertThat(csv(drafted).containsHeader()).isFalse();
    assertThat(csv(drafted).headerList()).hasSize(6).startsWith("column1");
    assertThat(drafted.dataset().timestampColumn().columnName()).isEqualTo("column3");
  }

  @Test
  void readsJsonLinesWithEpochTimes() {
    String text =
        """
        {"at": 1622673300000, "shop": "us", "money": 7.5, "note": "first of many words and more of them to say"}
        {"at": 1622676900000, "shop": "uk", "money": 1, "note": "second of many words and more of them to say"}
        """;
    Blueprint drafted = drafted("init", Cli.file(folder, "x.json", text));
    assertThat(drafted.dataset().timestampColumn().columnFormat()).isEqualTo("UNIX");
    assertThat(drafted.dataset().metricSetFrequencyAsString()).isEqualTo("PT1H");
    assertThat(drafted.dataset().dimensionList()).containsExactly("shop");
    assertThat(measures(drafted)).containsExactly("money SUM");
    assertThat(s3(drafted).fileFormatDescriptor().jsonFormatDescriptor()).isNotNull();
  }

  @Test
  void saysWhichOtherTimesTheValuesMayBe() {
    String text = CSV.replace("2021-06-02", "02/06/2021");
    assertThat(Cli.run("init", Cli.file(folder, "odd.csv", text)).out())
        .contains("Not sure: they also read as dd/MM/yyyy HH:mm:ss.");
  }

  @Test
  void findsThePathInAnObjectsKey() {
    put("init-live", "live/20210602/2235/x.csv", CSV);
    Cli init = Cli.run("init", "--s3", "s3://init-live/live/20210602/2235/x.csv");
    Blueprint drafted = BlueprintFile.read(init.out(), "drafted.yaml");
    assertThat(s3(drafted).templatedPathList())
        .containsExactly("s3://init-live/live/{{yyyyMMdd}}/{{HHmm}}/");
    assertThat(init.out()).contains("# or path: s3://init-live/live/{{yyyyddMM}}/{{HHmm}}/");
  }

  @Test
  void takesAnObjectWithoutADateForThePast() {
    put("init-past", "history/all.csv", CSV);
    Blueprint drafted = drafted("init", "--s3", "s3://init-past/history/all.csv");
    assertThat(drafted.activation()).isEqualTo(Activation.BACKTEST);
    assertThat(s3(drafted).historicalDataPathList()).containsExactly("s3://init-past/history/");
  }

  @Test
  void readsTheRecordsOfAStream() {
    try (Clients clients = new Clients()) {
      clients.kinesis().createStream(request -> request.streamName("init-live").shardCount(1));
      clients.kinesis().waiter().waitUntilStreamExists(request -> request.streamName("init-live"));
      for (int i = 0; i < 3; i++) {
        String record =
            "{\"event\": {\"time\": \"2021-06-02T22:3%d:07Z\"}, \"shop\": \"us\", \"views\": %d}"
                .formatted(i, i);
        clients
            .kinesis()
            .putRecord(
                request ->
                    request
                        .streamName("init-live")
                        .partitionKey("k")
                        .data(SdkBytes.fromUtf8String(record)));
      }
    }
    Blueprint drafted = drafted("init", "--stream", "init-live");
    assertThat(drafted.metricSet()).isPresent();
    assertThat(drafted.metricSet().orElseThrow().timestamp().field()).isEqualTo("event.time");
    assertThat(drafted.dataset().timestampColumn().columnName()).isEqualTo("event_time");
    assertThat(drafted.dataset().metricList())
        .extracting(Metric::metricName)
        .containsExactly("views");
  }

  @Test
  void neverWritesOverAFileUnlessForced() throws IOException {
    String sample = Cli.file(folder, "sales.csv", CSV);
    Path target = folder.resolve("target.yaml");
    Files.writeString(target, "mine");
    Cli refused = Cli.run("init", sample, "--to", target.toString());
    assertThat(refused.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(refused.err()).contains("is there already").contains("--force");
    assertThat(target).hasContent("mine");
    assertThat(Cli.run("init", sample, "--to", target.toString(), "--force").code()).isZero();
    assertThat(target).content().contains("name: sales");
  }

  @Test
  void tellsWhatIsWrongWithASample() {
    assertThat(Cli.run("init", Cli.file(folder, "a.csv", "a,b\n1,2\n")).err())
        .contains("no column of the sample holds times");
    assertThat(Cli.run("init", Cli.file(folder, "b.csv", "t,b\n2021-06-02 22:35:00,x\n")).err())
        .contains("holds numbers to measure");
    assertThat(Cli.run("init", Cli.file(folder, "c.csv", "")).err()).contains("is empty");
    assertThat(Cli.run("init", Cli.file(folder, "d.csv", "words\nwords\n")).err())
        .contains("neither JSON");
    assertThat(Cli.run("init", "nowhere.csv").err()).contains("there is no such file");
    assertThat(Cli.run("init", "--s3", "s3://bucket").code()).isEqualTo(2);
    assertThat(Cli.run("init").code()).isEqualTo(2);
  }

  private static void put(String bucket, String key, String text) {
    try (Clients clients = new Clients()) {
      clients.s3().createBucket(request -> request.bucket(bucket));
      clients
          .s3()
          .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
    }
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
