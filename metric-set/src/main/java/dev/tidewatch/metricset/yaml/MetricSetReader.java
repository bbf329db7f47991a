package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.Alert;
import dev.tidewatch.metricset.ColumnName;
import dev.tidewatch.metricset.DetectorOffset;
import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.OutputLocation;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the top of the file, and hands each section what it must agree with. The sections {@code
 * detector}, {@code alerts}, {@code topics} and {@code cloudwatch} are for who sets a detector up:
 * they may be there, and are not read.
 */
public final class MetricSetReader {
  /** Every key the top of a file may have. */
  public static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "stream",
          "records",
          "timestamp",
          "dimensions",
          "measures",
          "interval",
          "lateness",
          "output",
          "alert",
          "detector",
          "alerts",
          "topics",
          "cloudwatch");

  private static final String NAME_REMEDY =
      "Use 1 to 63 letters, digits, _ and -, the first a letter or digit";
  private static final String INTERVAL_REMEDY = "Use PT5M, PT10M, PT1H or P1D";

  Optional<MetricSet> read(YamlValue root) {
    return root.mapping(KEYS).flatMap(this::read);
  }

  /** The metric set of an opened file; empty after problems were told. */
  public Optional<MetricSet> read(YamlMapping file) {
    Optional<String> name = readName(file);
    String description = readDescription(file);
    Optional<StreamSection> stream =
        file.required("stream", "stream: {name: ecommerce-live}").flatMap(StreamSection::read);
    Optional<RecordFormat> format =
        file.required("records", "records: {format: JSON}").flatMap(RecordsSection::read);
    Optional<IntervalLength> interval = readInterval(file);
    var columns = new ColumnsSection(format.orElse(null));
    Optional<TimestampColumn> timestamp =
        file.required("timestamp", "timestamp: {column: time, format: yyyy-MM-dd HH:mm:ss}")
            .flatMap(value -> new TimestampSection(columns, interval.orElse(null)).read(value));
    var dimensions = file.optional("dimensions").map(columns::readDimensions).orElse(List.of());
    var measures =
        file.required("measures", "measures: [views]").map(columns::readMeasures).orElse(List.of());
    Optional<Duration> lateness = readLateness(file);
    Optional<OutputLocation> output =
        file.required("output", "output: {location: s3://my-bucket/streaming-csv}")
            .flatMap(value -> new OutputSection(interval.orElse(null)).read(value));
    Optional<Alert> alert = file.optional("alert").flatMap(AlertSection::read);
    if (name.isEmpty()
        || stream.isEmpty()
        || format.isEmpty()
        || timestamp.isEmpty()
        || measures.isEmpty()
        || interval.isEmpty()
        || lateness.isEmpty()
        || output.isEmpty()) {
      return Optional.empty();
    }
    return file.place()
        .attempt(
            () ->
                new MetricSet(
                    name.get(),
                    description,
                    stream.get().name(),
                    stream.get().startingPosition(),
                    format.get(),
                    timestamp.get(),
                    dimensions,
                    measures,
                    interval.get(),
                    lateness.get(),
                    output.get(),
                    alert),
            "See the samples");
  }

  /** The name, which every file has. */
  public static Optional<String> readName(YamlMapping file) {
    return file.required("name", "name: ecommerce")
        .flatMap(value -> value.as(ColumnName::parse, "name of a metric set", NAME_REMEDY));
  }

  /** The description; empty when there is none. */
  public static String readDescription(YamlMapping file) {
    String remedy = "Use up to " + MetricSet.MAX_DESCRIPTION_LENGTH + " characters";
    return file.optional("description")
        .flatMap(value -> value.as(MetricSetReader::checkLength, "short text", remedy))
        .orElse("");
  }

  private static Optional<String> checkLength(String description) {
    return Optional.of(description)
        .filter(text -> text.length() <= MetricSet.MAX_DESCRIPTION_LENGTH);
  }

  /** The length of the intervals. */
  public static Optional<IntervalLength> readInterval(YamlMapping file) {
    return file.required("interval", "interval: PT5M")
        .flatMap(value -> value.as(IntervalLength::parse, "interval length", INTERVAL_REMEDY));
  }

  private static Optional<Duration> readLateness(YamlMapping file) {
    String remedy =
        "Use whole seconds, minutes or hours from 0s to "
            + DetectorOffset.MAX_LATENESS.toMinutes()
            + "m, such as 90s, 2m or PT2M";
    Optional<YamlValue> value = file.optional("lateness");
    if (value.isEmpty()) {
      return Optional.of(MetricSet.DEFAULT_LATENESS);
    }
    return value
        .get()
        .as(DurationText::parse, "duration", remedy)
        .filter(lateness -> isAllowed(lateness, value.get(), remedy));
  }

  private static boolean isAllowed(Duration lateness, YamlValue value, String remedy) {
    return value.attempt(() -> MetricSet.checkLateness(lateness), remedy).isPresent();
  }
}
