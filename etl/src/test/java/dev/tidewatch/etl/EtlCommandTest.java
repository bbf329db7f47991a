package dev.tidewatch.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.command.UserErrors;
import dev.tidewatch.etl.deliver.CommitObserver;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

/** What the command says to who uses it wrongly. */
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_OUT)
class EtlCommandTest {
  private static final Pattern JAVA = Pattern.compile("\\bat [a-z]+\\.|Exception|java\\.");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream error = System.err;
  private final PrintStream out = System.out;

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setErr(ear);
    System.setOut(ear);
  }

  @AfterEach
  void stopListening() {
    System.setErr(error);
    System.setOut(out);
  }

  @Test
  void eachCommandHasHelp() {
    for (String command : new String[] {"run", "audit", "aside", "validate"}) {
      assertThat(etl(command, "--help")).as(command).isZero();
    }
    assertThat(said()).contains("--checkpoint=DIR", "--by=TABLE").doesNotContain("Missing");
  }

  @Test
  void takesDurationsAsTheMetricSetDoesAndSaysHow() {
    assertThat(etl("run", "-f", "none.yaml", "--checkpoint", "c", "--trigger", "10s")).isEqualTo(1);
    assertThat(etl("run", "-f", "none.yaml", "--checkpoint", "c", "--trigger", "soon"))
        .isEqualTo(2);
    assertThat(said())
        .contains("'soon' is no duration: write 90s, 5m, 1h30m, 14d or PT5M")
        .doesNotContainPattern(JAVA);
  }

  @Test
  void saysHowAnInstantIsWritten() {
    assertThat(etl("audit", "-f", "none.yaml", "--from", "yesterday")).isEqualTo(2);
    assertThat(said())
        .contains("'yesterday' is no instant: write it as 2026-11-20T00:00:00Z")
        .doesNotContainPattern(JAVA);
  }

  @Test
  void namesTheMetricSetThatCannotBeRead() {
    assertThat(etl("validate", "-f", folder.toString())).isEqualTo(1);
    assertThat(said()).contains(folder + " cannot be read").doesNotContainPattern(JAVA);
  }

  @Test
  void anAuditOfAPlaceNobodyWroteToProvesNothing() throws Exception {
    Path metricSet = folder.resolve("shop.yaml");
    Files.writeString(
        metricSet,
        """
        name: shop
        stream: {name: orders}
        records: {format: JSON}
        timestamp: {column: event_time, format: UNIX}
        dimensions: [platform]
        measures: [views]
        interval: PT5M
        output: {location: '%s', layout: 'data/{{yyyyMMdd}}/{{HHmm}}/'}
        """
            .formatted(folder.resolve("nowhere").toUri()));
    assertThat(etl("audit", "-f", metricSet.toString())).isEqualTo(1);
    assertThat(said()).contains("no batch has been written to").doesNotContainPattern(JAVA);
  }

  /** What Glue passes to a job of AWS's streaming sample. */
  private static final String[] GLUE = {
    "--JOB_NAME",
    "connector",
    "--JOB_ID",
    "j_1",
    "--JOB_RUN_ID",
    "jr_1",
    "--TempDir",
    "s3://scratch/temp/",
    "--job-bookmark-option",
    "job-bookmark-disable",
    "--enable-metrics",
    "",
    "--enable-continuous-cloudwatch-log",
    "true",
    "--srcDBName",
    "ecommercedb",
    "--srcTableName",
    "kinesis_live_data_csv",
    "--srcFormat",
    "csv",
    "--l4mInterval",
    "10",
    "--l4mBucketPrefix",
    "streaming-csv"
  };

  @Test
  void takesTheArgumentsOfGlueAndOfTheAwsSample() {
    assertThat(etl(with(GLUE, "--metric-set", sample(), "--dry-run"))).isEqualTo(1);
    assertThat(said())
        .contains(
            "adds up every PT10M",
            "the checkpoint s3://scratch/temp/connector cannot be used",
            "would fail")
        .doesNotContainPattern(JAVA);
  }

  @Test
  void refusesAnIntervalTheAwsSampleCouldNotMean() {
    assertThat(etl(with(GLUE, "--metric-set", sample(), "--l4mInterval", "7"))).isNotZero();
    assertThat(said()).doesNotContainPattern(JAVA);
  }

  @Test
  void proposesTheOptionThatWasMeant() {
    assertThat(etl("run", "-f", sample(), "--checkpiont", "c")).isEqualTo(2);
    assertThat(said()).contains("--checkpiont", "--checkpoint").doesNotContainPattern(JAVA);
  }

  @Test
  void saysThatACheckpointIsMissing() {
    assertThat(etl("run", "-f", sample())).isEqualTo(2);
    assertThat(said()).contains("'--checkpoint=DIR'").doesNotContainPattern(JAVA);
  }

  private static String sample() {
    return "../samples/ecommerce.yaml";
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void saysInAFewWordsThatTheSdkFoundNoSetting() {
    String chain = "Unable to load %s from any of the providers in the chain java.Chain@1: [x, y]";
    for (String setting : new String[] {"region", "credentials"}) {
      CommandLine command =
          new CommandLine(new Failing(chain.formatted(setting)))
              .setExecutionExceptionHandler(new UserErrors());
      assertThat(command.execute()).isEqualTo(1);
    }
    assertThat(said())
        .contains("set AWS_REGION", "set AWS_PROFILE")
        .doesNotContainPattern(JAVA)
        .doesNotContain("chain");
  }

  @Test
  void keepsTheStackTracesInAMessageOfSparkToItself() {
    String spark =
        """
        Job aborted due to stage failure: Lost task 0.0 in stage 1.0 (TID 1): the disk is full
        \tat dev.tidewatch.etl.Some.thing(Some.java:1)
        \tat java.base/java.lang.Thread.run(Thread.java:840)
        Caused by: java.io.IOException: no space
        \t... 2 more

        Driver stacktrace:
        \tat org.apache.spark.scheduler.DAGScheduler.abortStage(DAGScheduler.scala:1)
        """;
    CommandLine command =
        new CommandLine(new Failing(spark)).setExecutionExceptionHandler(new UserErrors());
    assertThat(command.execute()).isEqualTo(1);
    assertThat(said().strip())
        .isEqualTo(
            "etl: Job aborted due to stage failure: Lost task 0.0 in stage 1.0 (TID 1): the disk is full");
  }

  @CommandLine.Command
  private record Failing(String message) implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException(message);
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static int etl(String... arguments) {
    return EtlCommand.execute(CommitObserver.NONE, arguments);
  }
}
