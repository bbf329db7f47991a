package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.endtoend.FaultyShopStream.Arrival;
import dev.tidewatch.generator.stream.StreamTally;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills at any time, while records arrive and shards split and merge: {@code -Dkills.long=true},
 * and {@code -Dkills.random=200} for how many.
 */
@EnabledIfSystemProperty(named = "kills.long", matches = "true")
class RandomKillsTest {
  private static final int KILLS = Integer.getInteger("kills.random", 200);
  private static final Duration LENGTH = Duration.ofDays(3);
  private static final long SEED = 7;

  /** From before Spark has started to some batches later. */
  private static final int EARLIEST_MILLIS = 2_000;

  private static final int LATEST_MILLIS = 10_000;
  private static final int LONGEST_AFTER_RESHARD_MILLIS = 4_000;

  private static final String[] BACK_FILL = {"--max-age", "P4000D", "--lease", "PT1S"};

  /** Never idle, so that what is closed follows from the records alone. */
  private static final String[] LIVE = {
    "--max-age", "P4000D", "--lease", "PT1S", "--trigger", "PT0.2S", "--idle-after", "P3650D"
  };

  @TempDir private Path folder;

  private final Random chance = new Random(SEED);
  private int kills;
  private int writing;

  @Test
  void atAnyTimeAndDuringReshardsMakeTheSameFiles() throws IOException {
    Path metricSet = ShopMetricSet.write(folder, "random", ShopMetricSet.CSV, "PT10M");
    try (FaultyShopStream shop =
        FaultyShopStream.open(MetricSetFile.read(metricSet), Arrival.NOW)) {
      Job killed = Job.inFolder(metricSet, folder.resolve("killed"), shop.environment());
      StreamTally tally = shop.fill(LENGTH, Duration.ofMinutes(1), kills(shop, killed));
      Outputs outputs = read("killed", killed);
      outputs.assertSameAs(
          read(
              "undisturbed",
              Job.inFolder(metricSet, folder.resolve("undisturbed"), shop.environment())));
      System.out.printf(
          "random kills: %d kills, %d of them of a job that had begun to write, %d reshards, %,d records, %d files, 0 differences%n",
          kills, writing, KILLS, tally.sent(), outputs.published().files().size());
    }
  }

  private SortedMap<Instant, Runnable> kills(FaultyShopStream shop, Job job) {
    SortedMap<Instant, Runnable> events = new TreeMap<>();
    Duration apart = LENGTH.dividedBy(KILLS + 1);
    for (int i = 1; i <= KILLS; i++) {
      Runnable reshard =
          i % 2 == 1 ? shop.stream()::splitFirstShard : shop.stream()::mergeFirstShards;
      events.put(
          FaultyShopStream.START.plus(apart.multipliedBy(i)), () -> runAndKill(job, reshard));
    }
    return events;
  }

  /** The job is killed at some time, and shortly before its shards change. */
  private void runAndKill(Job job, Runnable reshard) {
    try (LiveJob live = LiveJob.start(job, folder.resolve("log"), LIVE)) {
      run(live, EARLIEST_MILLIS + chance.nextInt(LATEST_MILLIS - EARLIEST_MILLIS));
      reshard.run();
      run(live, chance.nextInt(LONGEST_AFTER_RESHARD_MILLIS));
      live.process().destroyForcibly().waitFor();
      kills++;
      writing += live.said().contains("Took lease") ? 1 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the job was running", e);
    }
  }

  private static void run(LiveJob live, int millis) throws InterruptedException {
    boolean ended = live.process().waitFor(millis, TimeUnit.MILLISECONDS);
    assertThat(ended).as(live.said()).isFalse();
  }

  private Outputs read(String name, Job job) {
    Outcome run = job.runToTheEnd(BACK_FILL);
    assertThat(run.exitCode()).as(run.output()).isZero();
    Outcome audit = job.audit();
    assertThat(audit.exitCode()).as(audit.output()).isZero();
    return Outputs.of(folder.resolve(name));
  }
}
