package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.etl.deliver.CommitStep;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files depend on the stream alone: not on how it is cut into batches, nor on where the job is
 * killed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class GoldenTreeTest {
  private static final Duration LENGTH = Duration.ofDays(3);
  private static final String[] EIGHT_HOURS = {"--max-span", "PT8H", "--lease", "PT1S"};
  private static final boolean LONG = Boolean.getBoolean("kills.long");

  @TempDir private static Path folder;

  private Path metricSet;
  private FaultyShopStream stream;
  private Outputs undisturbed;

  @BeforeAll
  void readUndisturbed() throws IOException {
    metricSet = ShopMetricSet.write(folder, "golden", ShopMetricSet.CSV, "PT10M");
    stream =
        FaultyShopStream.filled(MetricSetFile.read(metricSet), LENGTH, Duration.ofMinutes(2))
            .shop();
    undisturbed = read("undisturbed", EIGHT_HOURS);
    assertThat(undisturbed.late()).hasSizeGreaterThan(100);
    assertThat(undisturbed.rejected()).hasSizeGreaterThan(100);
    assertThat(undisturbed.published().files()).hasSize(2 * 3 * 24 * 6);
  }

  @AfterAll
  void stop() {
    stream.close();
  }

  @Test
  void oneBatchMakesTheSameFiles() {
    read("one-batch", "--max-span", "P30D").assertSameAs(undisturbed);
  }

  @Test
  void manySmallBatchesMakeTheSameFiles() {
    read("many-batches", "--max-span", "PT1H").assertSameAs(undisturbed);
  }

  static Stream<Arguments> kills() {
    return Stream.of(CommitStep.values())
        .flatMap(step -> IntStream.of(occurrences(step)).mapToObj(nth -> Arguments.of(step, nth)));
  }

  private static int[] occurrences(CommitStep step) {
    return switch (step) {
      case BEFORE_OBJECT, AFTER_OBJECT, AFTER_MANIFEST, BETWEEN_OBJECTS ->
          LONG ? new int[] {1, 2, 35, 36, 37, 50, 120, 200, 300, 400} : new int[] {120};
      case BATCH_STARTED, RANGES_SHAPED, MERGED, ALL_PUBLISHED, LEDGER_WRITTEN, STATE_WRITTEN ->
          LONG ? new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9} : new int[] {4};
    };
  }

  @ParameterizedTest(name = "{0}, time {1}")
  @MethodSource("kills")
  void killedThereAndStartedAgainMakesTheSameFiles(CommitStep step, int nth) {
    String name = "killed-at-" + step + "-" + nth;
    Outcome killed = job(name).runKilledAt(step, nth, EIGHT_HOURS);
    assertThat(killed.exitCode()).as(killed.output()).isEqualTo(Job.KILLED);
    int before = Outputs.of(folder.resolve(name)).published().files().size();
    assertThat(before).isBetween(LONG ? 0 : 1, undisturbed.published().files().size() - 1);

    Outputs result = read(name, EIGHT_HOURS);
    result.assertSameAs(undisturbed);
    System.out.printf(
        "killed at %s (%d): %d of %d files were there, then %d, 0 differences%n",
        step,
        nth,
        before,
        undisturbed.published().files().size(),
        result.published().files().size());
  }

  private Outputs read(String name, String... options) {
    Job job = job(name);
    Outcome run = job.runToTheEnd(options);
    assertThat(run.exitCode()).as(run.output()).isZero();
    Outcome audit = job.audit();
    assertThat(audit.exitCode()).as(audit.output()).isZero();
    System.out.println(name + ": " + audit.output().lines().findFirst().orElse(""));
    return Outputs.of(folder.resolve(name));
  }

  private Job job(String name) {
    return Job.inFolder(metricSet, folder.resolve(name), stream.environment());
  }
}
