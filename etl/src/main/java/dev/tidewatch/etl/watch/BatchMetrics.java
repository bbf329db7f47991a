package dev.tidewatch.etl.watch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.etl.deliver.BatchSummary;
import dev.tidewatch.etl.deliver.PublishedInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The figures of one batch, in the forms that log stores and CloudWatch read.
 *
 * @param summary what became of its records
 * @param duration how long it took
 * @param lag how long the oldest unread record has waited; empty when the source does not tell
 */
record BatchMetrics(
    String metricSet, Instant time, BatchSummary summary, Duration duration, OptionalLong lag) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAMESPACE = "Tidewatch/ETL";
  private static final String COUNT = "Count";
  private static final String MILLISECONDS = "Milliseconds";

  BatchMetrics {
    requireNonNull(metricSet, "metricSet");
    requireNonNull(time, "time");
    requireNonNull(summary, "summary");
    requireNonNull(duration, "duration");
  }

  /** One line of JSON. */
  String toJson() {
    ObjectNode line = JSON.createObjectNode();
    line.put("ts", time.toString());
    line.put("metric_set", metricSet);
    line.put("batch_id", summary.batchId());
    figures().forEach((name, figure) -> line.put(name, figure.value()));
    summary.latestWatermark().ifPresent(watermark -> line.put("watermark", watermark.toString()));
    closedUpTo().ifPresent(end -> line.put("closed_up_to", end.toString()));
    if (!summary.rejected().isEmpty()) {
      ObjectNode reasons = line.putObject("rejected_by_reason");
      summary.rejected().forEach(reasons::put);
    }
    return line.toString();
  }

  /**
   * One line in CloudWatch's embedded metric format, with the metric set as the only dimension.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
   *     format's specification</a>
   */
  String toEmbeddedMetrics() {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode aws = line.putObject("_aws");
    aws.put("Timestamp", time.toEpochMilli());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add("metric_set");
    ArrayNode metrics = directive.putArray("Metrics");
    line.put("metric_set", metricSet);
    line.put("batch_id", summary.batchId());
    figures()
        .forEach(
            (name, figure) -> {
              metrics.addObject().put("Name", name).put("Unit", figure.unit());
              line.put(name, figure.value());
            });
    return line.toString();
  }

  /** One line for a person at a terminal. */
  String toText() {
    StringBuilder text = new StringBuilder();
    text.append("batch %d: read %,d".formatted(summary.batchId(), summary.read()));
    appendUnlessZero(text, "late", summary.late());
    appendUnlessZero(text, "rejected", summary.rejectedRecords());
    appendUnlessZero(text, "intervals published", summary.published().size());
    closedUpTo().ifPresent(end -> text.append(", complete up to ").append(end));
    appendUnlessZero(text, "conflicts", summary.conflicts());
    text.append(" (%.1f s)".formatted(duration.toMillis() / 1000.0));
    return text.toString();
  }

  private static void appendUnlessZero(StringBuilder text, String name, long count) {
    if (count != 0) {
      text.append(", %s %,d".formatted(name, count));
    }
  }

  private Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("input_records", new Figure(summary.read(), COUNT));
    figures.put("accepted_records", new Figure(summary.accepted(), COUNT));
    figures.put("late_records", new Figure(summary.late(), COUNT));
    figures.put("rejected_records", new Figure(summary.rejectedRecords(), COUNT));
    figures.put("intervals_closed", new Figure(summary.published().size(), COUNT));
    figures.put("empty_intervals", new Figure(emptyIntervals(), COUNT));
    figures.put("open_rows", new Figure(summary.openRows(), COUNT));
    figures.put("folded_rows", new Figure(summary.foldedRows(), COUNT));
    figures.put("conflicts", new Figure(summary.conflicts(), COUNT));
    figures.put("batch_ms", new Figure(duration.toMillis(), MILLISECONDS));
    lag.ifPresent(millis -> figures.put("lag_ms", new Figure(millis, MILLISECONDS)));
    return figures;
  }

  private long emptyIntervals() {
    return summary.published().stream().filter(interval -> interval.records() == 0).count();
  }

  private Optional<Instant> closedUpTo() {
    return summary.published().stream().map(PublishedInterval::end).reduce((first, last) -> last);
  }

  private record Figure(long value, String unit) {}
}
