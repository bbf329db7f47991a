package dev.tidewatch.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.endtoend.PoisonRecords.Bad;
import dev.tidewatch.endtoend.PoisonRecords.Good;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Hostile data stays data: it is counted or set aside, byte for byte, and stops nothing. */
@Execution(ExecutionMode.CONCURRENT)
class PoisonTest {
  private static final Instant FIRST = Instant.parse("2025-03-03T00:01:30Z");
  private static final Instant LATER = Instant.parse("2025-03-03T01:01:30Z");
  private static final String LATER_TIME = "2025-03-03 01:01:00";
  private static final Pattern REJECTED =
      Pattern.compile("\"errorCode\":\"([A-Z0-9_]+)\".*\"rawData\":\"([^\"]*)\"");

  @TempDir private Path folder;

  @Test
  void isDataInJsonRecordsOfAStream() throws IOException {
    List<Bad> bad = new ArrayList<>(PoisonRecords.json());
    bad.add(PoisonRecords.future(new Good("plain", 1).json(PoisonRecords.TIME)));
    List<byte[]> first = mixed(bad, texts(PoisonRecords.TIME, Good::json));
    readStream("json", ShopMetricSet.JSON, first, texts(LATER_TIME, Good::json), bad);
  }

  @Test
  void isDataInCsvRecordsOfAStream() throws IOException {
    List<Bad> bad = new ArrayList<>(PoisonRecords.csv());
    bad.add(PoisonRecords.future(new Good("plain", 1).csv(PoisonRecords.TIME)));
    List<byte[]> first = mixed(bad, texts(PoisonRecords.TIME, Good::csv));
    readStream("csv", ShopMetricSet.CSV, first, texts(LATER_TIME, Good::csv), bad);
  }

  @Test
  void isDataInJsonFiles() throws IOException {
    List<Bad> bad = new ArrayList<>(PoisonRecords.json());
    bad.add(PoisonRecords.tooLong());
    List<byte[]> first = mixed(bad, texts(PoisonRecords.TIME, Good::json));
    readFiles("json-files", ShopMetricSet.JSON, first, texts(LATER_TIME, Good::json), bad);
  }

  @Test
  void isDataInCsvFiles() throws IOException {
    List<Bad> bad = new ArrayList<>(PoisonRecords.csv());
    bad.add(0, PoisonRecords.tooLong());
    List<byte[]> first = mixed(bad, texts(PoisonRecords.TIME, Good::csv));
    readFiles("csv-files", ShopMetricSet.CSV, first, texts(LATER_TIME, Good::csv), bad);
  }

  private void readStream(
      String name, String records, List<byte[]> first, List<byte[]> later, List<Bad> bad)
      throws IOException {
    SettableClock clock = new SettableClock(FIRST);
    KinesisServer.Options options =
        KinesisServer.Options.defaults().withClock(clock).withRetention(Duration.ofDays(36_500));
    try (KinesisServer server = KinesisServer.start(options);
        LocalStream stream = LocalStream.create(server.endpoint(), name, 1)) {
      first.forEach(data -> stream.put("key", data));
      stream.flush();
      clock.set(LATER);
      later.forEach(data -> stream.put("key", data));
      stream.flush();
      clock.letGo();
      Path metricSet = ShopMetricSet.write(folder, name, records, "PT5M");
      Job job = Job.inFolder(metricSet, folder.resolve(name), LocalStream.environment(server));
      assertDataStaysData(name, job, bad, "--max-span", "PT10M");
    }
  }

  private void readFiles(
      String name, String records, List<byte[]> first, List<byte[]> later, List<Bad> bad)
      throws IOException {
    Path files = Files.createDirectories(folder.resolve(name + "/files"));
    Files.write(files.resolve("1"), lines(first));
    Files.write(files.resolve("2"), lines(later));
    Path metricSet = ShopMetricSet.write(folder, name, records, "PT5M");
    Job job =
        Job.inFolder(metricSet, folder.resolve(name), Map.of("AWS_EC2_METADATA_DISABLED", "true"));
    assertDataStaysData(name, job, bad, "--files", "file://" + files);
  }

  private void assertDataStaysData(String name, Job job, List<Bad> bad, String... options) {
    Outcome run = job.runToTheEnd(options);
    assertThat(run.exitCode()).as(run.output()).isZero();
    Outcome audit = job.audit();
    assertThat(audit.exitCode()).as(audit.output()).isZero();

    Path out = folder.resolve(name + "/out");
    OutputTree data = OutputTree.of(out, "data");
    assertInterval(data, "data/intvl_date=2025-03-03/intvl_hhmm=0000/20250303T000000Z.csv", "00");
    assertInterval(data, "data/intvl_date=2025-03-03/intvl_hhmm=0100/20250303T010000Z.csv", "01");
    assertThat(data.files()).hasSize(13);
    assertThat(rejected(out))
        .containsExactlyInAnyOrderElementsOf(bad.stream().map(Bad::asRejected).toList());
    System.out.printf(
        "%s: %d kinds of bad records rejected with their bytes, %d hostile values written: %s%n",
        name,
        bad.size(),
        PoisonRecords.good().size(),
        audit.output().lines().findFirst().orElse(""));
  }

  private static void assertInterval(OutputTree data, String path, String hour) {
    String content = new String(data.files().getOrDefault(path, "").getBytes(ISO_8859_1), UTF_8);
    String header = "event_time,platform,marketplace,views,revenue\n";
    List<String> lines =
        PoisonRecords.good().stream()
            .map(good -> good.lineOfTwo("2025-03-03 " + hour + ":00:00"))
            .toList();
    assertThat(content)
        .startsWith(header)
        .contains(lines)
        .hasSize(header.length() + lines.stream().mapToInt(String::length).sum());
  }

  /** Reason and bytes of each rejected record, the latter in base64. */
  private static List<String> rejected(Path out) {
    return OutputTree.of(out, "rejected").lines().stream()
        .map(
            line -> {
              var matcher = REJECTED.matcher(line);
              assertThat(matcher.find()).as(line).isTrue();
              return matcher.group(1) + " " + matcher.group(2);
            })
        .toList();
  }

  private interface Format {
    String text(Good record, String time);
  }

  /** Each good record, twice. */
  private static List<byte[]> texts(String time, Format format) {
    List<byte[]> texts = new ArrayList<>();
    for (Good good : PoisonRecords.good()) {
      byte[] text = format.text(good, time).getBytes(UTF_8);
      texts.add(text);
      texts.add(text);
    }
    return texts;
  }

  /** A good record before each bad one, then the rest of both; the last bad one comes last. */
  private static List<byte[]> mixed(List<Bad> bad, List<byte[]> good) {
    List<byte[]> records = new ArrayList<>();
    int fewest = Math.min(bad.size() - 1, good.size());
    for (int i = 0; i < fewest; i++) {
      records.add(good.get(i));
      records.add(bad.get(i).data());
    }
    records.addAll(good.subList(fewest, good.size()));
    bad.subList(fewest, bad.size()).forEach(rest -> records.add(rest.data()));
    return records;
  }

  private static byte[] lines(List<byte[]> records) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] data : records) {
      lines.write(data);
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
