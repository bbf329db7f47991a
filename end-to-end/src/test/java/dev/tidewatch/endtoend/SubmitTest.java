package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.etl.deliver.CommitStep;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The jar of each line of Spark, submitted by {@code spark-submit} and by Glue's script, makes the
 * same files as on a laptop.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class SubmitTest {
  private static final List<String> SUBMIT = List.of("--class", "dev.tidewatch.etl.EtlCommand");
  private static final boolean ALL_LINES = Boolean.getBoolean("spark.lines.required");

  /** Where the build leaves what belongs to a line. */
  enum Line {
    SPARK_3_5("2.12", "etl/target"),
    SPARK_4_1("2.13", "etl/target/spark-4.1");

    private final String scala;
    private final Path build;

    Line(String scala, String build) {
      this.scala = scala;
      this.build = Repository.file(build);
    }

    Path jar() {
      return build.resolve("tidewatch-etl.jar");
    }

    SparkDistribution layOut(Path home) throws IOException {
      assumeTrue(
          ALL_LINES || Files.exists(jar()),
          this + " is not built: ./mvnw -DskipTests -Dspark.line=4.1 -pl etl -am package");
      return SparkDistribution.layOut(home, scala, build.resolve("spark.classpath"));
    }
  }

  @TempDir private static Path folder;

  private Path metricSet;
  private FaultyShopStream stream;
  private Outputs golden;

  @BeforeAll
  void readOnTheLaptop() throws IOException {
    metricSet = ShopMetricSet.write(folder, "submitted", ShopMetricSet.CSV, "PT10M");
    stream =
        FaultyShopStream.filled(
                MetricSetFile.read(metricSet), Duration.ofDays(1), Duration.ofMinutes(2))
            .shop();
    Job laptop = Job.inFolder(metricSet, folder.resolve("laptop"), stream.environment());
    Outcome run = laptop.runToTheEnd();
    assertThat(run.exitCode()).as(run.output()).isZero();
    golden = Outputs.of(folder.resolve("laptop"));
    assertThat(golden.published().files()).hasSize(2 * 24 * 6);
  }

  @AfterAll
  void stop() {
    stream.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void sparkSubmitMakesTheSameFiles(Line line) throws IOException {
    try (SparkDistribution spark = line.layOut(folder.resolve("home-" + line))) {
      List<String> arguments = new ArrayList<>(SUBMIT);
      arguments.addAll(List.of(line.jar().toString(), "run"));
      arguments.addAll(options(line.toString()));
      check(
          line + ", spark-submit", spark.submit(stream.environment(), arguments), line.toString());
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void glueMakesTheSameFiles(Line line) throws IOException {
    try (SparkDistribution spark = line.layOut(folder.resolve("glue-home-" + line))) {
      Path app =
          spark.compile(
              folder.resolve("glue-app-" + line + ".jar"),
              line.jar(),
              List.of(
                  Repository.file("deploy/glue/GlueApp.scala"),
                  Repository.file("end-to-end/src/test/resources/glue/StandIn.scala")));
      List<String> arguments =
          new ArrayList<>(
              List.of("--class", "GlueApp", "--jars", line.jar().toString(), app.toString()));
      // As Glue passes them: its own between the job's, and options without a value as empty texts.
      arguments.addAll(
          List.of("--job-language", "scala", "--class", "GlueApp", "--enable-metrics", ""));
      arguments.addAll(List.of("--extra-jars", "s3://assets/jars/tidewatch-etl.jar"));
      arguments.addAll(List.of("--enable-auto-scaling", "true", "--conf", "a=b --conf c=d"));
      arguments.addAll(options("glue-" + line).stream().flatMap(SubmitTest::withValue).toList());
      arguments.addAll(
          List.of("--JOB_NAME", "tidewatch-shop", "--JOB_RUN_ID", "jr_0123", "--JOB_ID"));
      arguments.addAll(List.of("j_0123", "--TempDir", "s3://assets/temporary/"));
      arguments.addAll(List.of("--job-bookmark-option", "job-bookmark-disable"));
      Outcome run = spark.submit(stream.environment(), arguments);
      assertThat(run.output()).contains("Glue: job tidewatch-shop begins", "Glue: job committed");
      check(line + ", Glue's script", run, "glue-" + line);
    }
  }

  /** An upgrade of Spark keeps the checkpoint: the batch that was under way is run again by 4.1. */
  @Test
  void goesOnWhereTheOlderLineWasKilled() throws IOException {
    String name = "from-3.5-to-4.1";
    try (SparkDistribution spark = Line.SPARK_4_1.layOut(folder.resolve("home-of-upgrade"))) {
      Outcome killed =
          Job.inFolder(metricSet, folder.resolve(name), stream.environment())
              .runKilledAt(CommitStep.MERGED, 2, "--max-span", "PT8H");
      assertThat(killed.exitCode()).as(killed.output()).isEqualTo(Job.KILLED);
      int before = Outputs.of(folder.resolve(name)).published().files().size();
      assertThat(before).isBetween(1, golden.published().files().size() - 1);

      List<String> arguments = new ArrayList<>(SUBMIT);
      arguments.addAll(List.of(Line.SPARK_4_1.jar().toString(), "run"));
      arguments.addAll(options(name));
      check("3.5, killed, then 4.1", spark.submit(stream.environment(), arguments), name);
    }
  }

  private static Stream<String> withValue(String word) {
    boolean alone = List.of("--emf", "--available-now").contains(word);
    return alone ? Stream.of(word, "") : Stream.of(word);
  }

  private List<String> options(String name) {
    Path to = folder.resolve(name);
    return List.of(
        "--metric-set",
        metricSet.toString(),
        "--checkpoint",
        to.resolve("checkpoint").toString(),
        "--emf",
        "--output",
        "file://" + to.resolve("out"),
        "--available-now");
  }

  private void check(String what, Outcome run, String name) {
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("\"Namespace\":\"Tidewatch/ETL\"");
    Outputs made = Outputs.of(folder.resolve(name));
    made.assertSameAs(golden);
    System.out.printf(
        "%s: %d files, %d late, %d rejected records: 0 differences from the laptop's%n",
        what, made.published().files().size(), made.late().size(), made.rejected().size());
  }
}
