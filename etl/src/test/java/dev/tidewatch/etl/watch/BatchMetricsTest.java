package dev.tidewatch.etl.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.etl.deliver.BatchSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BatchMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final BatchMetrics METRICS =
      new BatchMetrics(
          "ecommerce",
          NOW,
          new BatchSummary(7, 100, 90, 6, Map.of("MALFORMED", 4L), List.of(), NOW, 21),
          Duration.ofMillis(1234),
          OptionalLong.of(3000));

  @Test
  void tellsABatchInOneLineOfJson() throws Exception {
    JsonNode line = new ObjectMapper().readTree(METRICS.toJson());
    assertThat(METRICS.toJson()).doesNotContain("\n");
    assertThat(line.get("batch_id").asLong()).isEqualTo(7);
    assertThat(line.get("input_records").asLong()).isEqualTo(100);
    assertThat(line.get("rejected_by_reason").get("MALFORMED").asLong()).isEqualTo(4);
    assertThat(line.get("lag_ms").asLong()).isEqualTo(3000);
  }

  @Test
  void everyEmbeddedMetricIsDeclaredAndHasAValue() throws Exception {
    JsonNode line = new ObjectMapper().readTree(METRICS.toEmbeddedMetrics());
    JsonNode directive = line.get("_aws").get("CloudWatchMetrics").get(0);
    assertThat(line.get("_aws").get("Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(directive.get("Metrics")).isNotEmpty();
    directive
        .get("Metrics")
        .forEach(metric -> assertThat(line.has(metric.get("Name").asText())).isTrue());
    directive
        .get("Dimensions")
        .get(0)
        .forEach(dimension -> assertThat(line.get(dimension.asText()).isTextual()).isTrue());
  }

  @Test
  void leavesOutOfTheSentenceWhatDidNotHappen() {
    assertThat(METRICS.toText()).isEqualTo("batch 7: read 100, late 6, rejected 4 (1.2 s)");
  }
}
