package dev.tidewatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One place is written to by one job, whatever people and machines do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class SecondJobTest {
  private static final Duration STOP_TIME = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @TempDir private static Path folder;

  private LocalCloud cloud;

  @BeforeAll
  void start() {
    cloud = LocalCloud.start(folder.resolve("aws"));
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @Test
  void isRefusedInOneSentenceUntilTheFirstHasEnded() throws Exception {
    try (LocalStream stream = cloud.createStream("refused", 1);
        LiveJob first =
            LiveJob.start(
                job("refused"),
                folder.resolve("first.log"),
                "--trigger",
                "PT1S",
                "--lease",
                "PT5S")) {
      put(stream, Duration.ofHours(1));
      first.awaitSaid("Took lease 1");
      await().until(() -> !cloud.objects("refused", "ledger").files().isEmpty());

      assertRefused(job("refused").withCheckpoint(folder.resolve("other")).runToTheEnd());
      assertRefused(job("refused").runToTheEnd());
      assertThat(first.process().isAlive()).isTrue();

      Instant told = Instant.now();
      first.process().destroy();
      int exitCode = first.awaitEnd(STOP_TIME);
      Duration stopping = Duration.between(told, Instant.now());
      assertThat(exitCode).as(first.said()).isEqualTo(128 + 15);

      Outcome next = job("refused").runToTheEnd("--lease", "PT10M");
      assertThat(next.exitCode()).as(next.output()).isZero();
      assertClean("refused");
      System.out.printf(
          "second job: refused twice; the first ended %,d ms after SIGTERM, the next did not wait%n",
          stopping.toMillis());
    }
  }

  @Test
  void thatTakesOverLeavesNothingToAJobThatWasOnlyPaused() throws Exception {
    try (LocalStream stream = cloud.createStream("paused", 1);
        LiveJob paused =
            LiveJob.start(
                job("paused"),
                folder.resolve("paused.log"),
                "--trigger",
                "PT1S",
                "--lease",
                "PT2S")) {
      put(stream, Duration.ofHours(1));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !cloud.objects("paused", "ledger").files().isEmpty());
      paused.signal("STOP");
      put(stream, Duration.ofMinutes(30));

      Job successor = job("paused").withCheckpoint(folder.resolve("successor"));
      await("the paused job to be silent for as long as its lease")
          .atMost(Duration.ofSeconds(60))
          .until(() -> successor.runToTheEnd("--adopt", "--lease", "PT2S").exitCode() == 0);
      OutputTree before = written();

      put(stream, Duration.ofMinutes(1));
      paused.signal("CONT");
      int exitCode = paused.awaitEnd(Duration.ofSeconds(60));
      assertThat(exitCode).as(paused.said()).isEqualTo(1);
      assertThat(paused.said()).contains("has taken over writing to");
      assertThat(paused.said().lines().filter(line -> line.startsWith("etl: "))).hasSize(1);
      assertThat(written().differencesFrom(before)).isEmpty();
      assertClean("paused");
      System.out.printf(
          "paused job: after its successor wrote %d objects it wrote 0 and ended%n",
          before.files().size());
    }
  }

  private OutputTree written() {
    return cloud.objects("paused", "data", "manifests", "ledger", "control/state", "conflicts");
  }

  private static void assertRefused(Outcome second) {
    assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
    assertThat(second.output()).doesNotContain("\tat ");
    assertThat(second.output().lines().filter(line -> line.startsWith("etl: ")))
        .singleElement()
        .asString()
        .startsWith("etl: Another job writes to s3://end-to-end/refused: query ");
  }

  private void assertClean(String name) {
    Outcome audit = job(name).audit();
    assertThat(audit.exitCode()).as(audit.output()).isZero();
  }

  private Job job(String name) {
    try {
      Path metricSet = ShopMetricSet.write(folder, name, ShopMetricSet.CSV, "PT5M");
      return new Job(metricSet, cloud.location(name), folder.resolve(name), cloud.environment());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(LocalStream stream, Duration ago) {
    String time = TIME.format(Instant.now().minus(ago));
    for (int i = 0; i < 100; i++) {
      stream.put("key", ("pc_web,us," + time + "," + i + ",0.5").getBytes(UTF_8));
    }
    stream.flush();
  }
}
