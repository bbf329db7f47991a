package dev.tidewatch.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.generator.command.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(60)
class GeneratorCommandTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  private static final String SAMPLES = "../samples/";

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private final StopSignal stop = new StopSignal();
  private Path out;

  @BeforeEach
  void nameTheFile() {
    out = folder.resolve("out.csv");
  }

  @Test
  void sameSeedIsSameBytes() throws IOException {
    Path again = folder.resolve("again.csv");
    execute("--seed", "3", "--total", "5000", "--out", out.toString(), "--late-rate", "0.1");
    execute("--seed", "3", "--total", "5000", "--out", again.toString(), "--late-rate", "0.1");

    assertThat(out).hasSameBinaryContentAs(again);
    assertThat(Files.readAllLines(out)).hasSize(5_000);
  }

  @Test
  void backfillsUpToNowInTimeOrder() throws IOException {
    int exitCode = execute("--backfill", "1d", "--out", out.toString());

    List<String> times = Files.readAllLines(out).stream().map(line -> line.split(",")[2]).toList();
    assertThat(exitCode).isZero();
    assertThat(times).isSorted().hasSize(288 * 21).startsWith("2026-06-14 12:00:00");
    assertThat(times.get(times.size() - 1)).isEqualTo("2026-06-15 11:55:00");
    assertThat(err.toString()).contains("sent 6,048 records of 21 series");
  }

  @Test
  void writesLabelsOfWhatWasAskedFor() throws IOException {
    Path labels = folder.resolve("truth.csv");
    execute(
        "--backfill=1d",
        "--out=" + out,
        "--labels=" + labels,
        "--anomaly-rate=0",
        "--anomaly=revenue[marketplace=uk,platform=pc_web]*0.4@+2h/15m");

    assertThat(Files.readAllLines(labels))
        .containsExactly(
            "series,measure,start,end,kind",
            "platform=pc_web;marketplace=uk,revenue,2026-06-14T14:00:00Z,2026-06-14T14:15:00Z,dip");
    assertThat(err.toString()).contains("anomalies: 1, 1 labels written");
  }

  @Test
  void makesThePublishedSampleToTheLastByte() throws IOException {
    Path zipped = folder.resolve("sample.csv.gz");

    int exitCode = execute("--scenario", "aws-sample", "--out", zipped.toString());

    assertThat(exitCode).isZero();
    try (InputStream made = new GZIPInputStream(Files.newInputStream(zipped));
        InputStream published =
            new GZIPInputStream(
                GeneratorCommandTest.class.getResourceAsStream("/aws-ecommerce/label.csv.gz"))) {
      assertThat(made).hasSameContentAs(published);
    }
  }

  @Test
  void goesOnLiveWithoutAGapAndKeepsWhatItMadeWhenStopped() throws IOException {
    Path labels = folder.resolve("truth.csv");
    CompletableFuture<Integer> run =
        CompletableFuture.supplyAsync(
            () ->
                commandLine(Clock.systemUTC())
                    .execute(
                        "--backfill=10m",
                        "--tick=1s",
                        "--then-live",
                        "--out=" + out,
                        "--labels=" + labels));
    await().until(() -> Files.exists(out) && Files.readAllLines(out).size() > 602 * 21);
    stop.stop();

    assertThat(run.join()).isZero();
    assertThat(labels).exists();
    List<String> seconds =
        Files.readAllLines(out).stream().map(line -> line.split(",")[2]).distinct().toList();
    List<String> expected = new ArrayList<>();
    Instant second = Instant.parse(seconds.get(0).replace(' ', 'T') + "Z");
    for (int i = 0; i < seconds.size(); i++) {
      expected.add(second.plusSeconds(i).toString().replace('T', ' ').replace("Z", ""));
    }
    assertThat(seconds).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--sink file --total 5 | --sink file needs --out FILE",
        "--out x | say how much: add --total N, --until INSTANT, --backfill 14d, or --rate 50/s to go on live",
        "--out x --backfill 1d --from 2026-01-01T00:00:00Z | --backfill and --from contradict each other; give one of them",
        "--out x --backfill 1d --speed 10x --then-live | --speed and --then-live contradict each other; give one of them",
        "--out x --total 5 --rate 5/s --tick 1m | --rate and --tick contradict each other; give one of them",
        "--out x --then-live | --then-live needs a past: add --backfill or --from",
        "--out x --total 0 | --total is 1 or more, not 0",
        "--out x --total 5 --stream s | --stream and --create-stream go with --sink kinesis, not with --sink file",
        "--out x --total 5 --late-rate 2 | the late rate is 0 to 1, not 2.0",
        "--out x --total 5 --values city=a | there is no dimension 'city'; there are [platform, marketplace]",
        "--out x --total 5 --rate quick | 'quick' is no rate; write 50/s or 3000/m",
        "--scenario aws-sample --out x --backfill 1d | --backfill does not go with --scenario aws-sample; use --from and --until",
        "--scenario stocks | 'stocks' is no scenario; use ecommerce or aws-sample"
      })
  void refusesInOneSentence(String arguments, String message) {
    int exitCode = execute(arguments.replace("--out x", "--out " + out).split(" "));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains(message).hasLineCount(2).endsWith("--help'.\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void saysWhatCannotBeWrittenWithoutATrace() {
    int exitCode = execute("--total", "5", "--out", folder.resolve("no/such").toString());

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).startsWith("generator: cannot write to ").hasLineCount(1);
  }

  @Test
  void makesRecordsOfAMetricSetFile() throws IOException {
    execute("-f", SAMPLES + "checkout-latency.yaml", "--total", "3", "--out", out.toString());

    assertThat(Files.readAllLines(out)).hasSize(3).allMatch(line -> line.startsWith("{\""));
  }

  @Test
  void withoutAFileMakesTheRecordsOfTheEcommerceSample() {
    Path ofFile = folder.resolve("of-file.csv");
    execute("--total", "500", "--out", out.toString());
    execute("-f", SAMPLES + "ecommerce.yaml", "--total", "500", "--out", ofFile.toString());

    assertThat(out).hasSameBinaryContentAs(ofFile);
  }

  @Test
  void tellsAllMistakesOfAMetricSetFile() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.yaml"), "name: x\nnonsense: 1\n");

    assertThat(execute("-f", file.toString(), "--total", "3", "--out", out.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("nonsense").doesNotContain("\tat ");
  }

  @Test
  void helpFitsATerminalAndTeaches() {
    StringWriter help = new StringWriter();
    commandLine(Clock.fixed(NOW, ZoneOffset.UTC)).usage(new PrintWriter(help));

    assertThat(help.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(help.toString()).contains("Examples:", "Exit codes:", "130");
  }

  private int execute(String... arguments) {
    return commandLine(Clock.fixed(NOW, ZoneOffset.UTC)).execute(arguments);
  }

  private CommandLine commandLine(Clock clock) {
    return GeneratorCommand.commandLine(clock, stop).setErr(new PrintWriter(err, true));
  }
}
