package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.localaws.kinesis.fault.Fault;
import dev.tidewatch.localaws.kinesis.fault.Faults;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kinesis does on a bad day changes nothing. */
class FaultsTest {
  private static final Map<Fault, Double> BAD_DAY =
      Map.of(
          Fault.THROTTLED_GET_RECORDS, 0.3,
          Fault.THROTTLED_CONTROL_CALL, 0.3,
          Fault.EMPTY_PAGE, 0.3,
          Fault.EXPIRED_ITERATOR, 0.05,
          Fault.INTERNAL_ERROR, 0.05,
          Fault.LOST_RESPONSE, 0.05,
          Fault.CUT_RESPONSE, 0.05);

  @TempDir private Path folder;

  @Test
  void aBadDayOfKinesisMakesTheSameFiles() throws IOException {
    Path metricSet = ShopMetricSet.write(folder, "faults", ShopMetricSet.CSV, "PT10M");
    FaultyShopStream.Filled filled =
        FaultyShopStream.filled(
            MetricSetFile.read(metricSet), Duration.ofHours(16), Duration.ofMinutes(1));
    try (FaultyShopStream stream = filled.shop()) {
      assertThat(filled.tally().sent()).isBetween(18_000L, 25_000L);
      OutputTree quiet = read(metricSet, "quiet", stream);

      Faults faults = stream.server().faults();
      BAD_DAY.forEach(faults::inject);
      OutputTree bad = read(metricSet, "bad", stream);
      faults.clear();

      assertThat(bad.differencesFrom(quiet)).isEmpty();
      BAD_DAY
          .keySet()
          .forEach(fault -> assertThat(faults.injected(fault)).as(fault.name()).isPositive());
      System.out.printf(
          "faults: %,d records, %d faults of %d kinds, %d files, 0 differences%n",
          filled.tally().sent(), faults.injected(), BAD_DAY.size(), quiet.files().size());
    }
  }

  private OutputTree read(Path metricSet, String name, FaultyShopStream stream) {
    Job job = Job.inFolder(metricSet, folder.resolve(name), stream.environment());
    Outcome run = job.runToTheEnd("--max-span", "PT1H");
    assertThat(run.exitCode()).as(run.output()).isZero();
    Outcome audit = job.audit();
    assertThat(audit.exitCode()).as(audit.output()).isZero();
    return OutputTree.of(folder.resolve(name + "/out"), "data", "manifests", "late", "rejected");
  }
}
