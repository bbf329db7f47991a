package dev.tidewatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that falls silent still gets its intervals: the most important anomaly of all. */
class IdleStreamTest {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration LATENESS = Duration.ofSeconds(5);
  private static final Duration IDLE_AFTER = Duration.ofSeconds(2);

  /** How old a record must be to be read, the trigger, and two batches on a busy machine. */
  private static final Duration WORK = Duration.ofSeconds(20);

  /** Long enough for the job to have started, short enough to be waited for. */
  private static final Duration UNTIL_END = Duration.ofSeconds(25);

  private static final DateTimeFormatter UTC_START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter RECORD_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @TempDir private Path folder;

  @Test
  void getsItsIntervalsWhenItFallsSilent() throws Exception {
    Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond()).plus(UNTIL_END);
    ZoneOffset zone = zoneInWhichAnIntervalEndsAt(end);
    Path metricSet = metricSet(zone);
    Instant last = end.minus(INTERVAL);
    Instant silent = last.minus(INTERVAL);
    Instant first = silent.minus(INTERVAL);
    try (LocalCloud cloud = LocalCloud.start(folder.resolve("aws"));
        LocalStream stream = cloud.createStream("idle", 2)) {
      put(stream, zone, first.plusSeconds(1));
      put(stream, zone, end.minus(UNTIL_END)); // now: what lags behind is waited for as long
      Job job =
          new Job(
              metricSet, cloud.location("idle"), folder.resolve("checkpoint"), cloud.environment());
      try (LiveJob live =
          LiveJob.start(job, folder.resolve("log"), "--trigger", "PT1S", "--idle-after", "PT2S")) {
        awaitManifest(cloud, silent, live);
        assertThat(rows(cloud, first)).isEqualTo(1);
        assertThat(rows(cloud, silent)).isZero();

        awaitManifest(cloud, last, live);
        Duration after = Duration.between(end, Instant.now());
        assertThat(rows(cloud, last)).isEqualTo(1);
        assertThat(after).isLessThan(LATENESS.plus(IDLE_AFTER).plus(WORK));
        System.out.printf(
            "idle stream: the last interval was there %,d ms after its end, lateness %,d ms%n",
            after.toMillis(), LATENESS.toMillis());
      }
    }
  }

  /** So that nobody has to wait for the next five minutes of the clock on the wall. */
  private static ZoneOffset zoneInWhichAnIntervalEndsAt(Instant end) {
    long seconds = INTERVAL.toSeconds();
    return ZoneOffset.ofTotalSeconds(
        Math.toIntExact(Math.floorMod(-end.getEpochSecond(), seconds)));
  }

  private Path metricSet(ZoneOffset zone) throws IOException {
    Path file = ShopMetricSet.write(folder, "idle", ShopMetricSet.CSV, "PT5M");
    String yaml =
        Files.readString(file)
            .replace("zone: UTC", "zone: \"" + zone + "\"")
            .replace("lateness: PT2M", "lateness: " + LATENESS);
    return Files.writeString(file, yaml);
  }

  private static void put(LocalStream stream, ZoneOffset zone, Instant time) {
    String text = "pc_web,us," + RECORD_TIME.format(time.atOffset(zone)) + ",1,0.5";
    stream.put("key", text.getBytes(UTF_8));
    stream.flush();
  }

  private static void awaitManifest(LocalCloud cloud, Instant interval, LiveJob job) {
    await("the manifest of " + interval)
        .atMost(Duration.ofSeconds(90))
        .failFast("the job has ended", () -> !job.process().isAlive())
        .until(() -> find(cloud.objects("idle", "manifests"), interval, ".json").isPresent());
  }

  /** How many lines the interval's file has besides its header. */
  private static long rows(LocalCloud cloud, Instant interval) {
    return find(cloud.objects("idle", "data"), interval, ".csv").orElseThrow().lines().count() - 1;
  }

  private static Optional<String> find(OutputTree tree, Instant interval, String extension) {
    String name = UTC_START.format(interval) + extension;
    return tree.files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
