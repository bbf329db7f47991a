package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.TimestampColumn;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.yaml.ColumnsSection;
import dev.tidewatch.metricset.yaml.MetricSetReader;
import dev.tidewatch.metricset.yaml.TimestampSection;
import dev.tidewatch.metricset.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/** Reads what is measured from a file that has no stream. */
final class MeasuredReader {
  private MeasuredReader() {}

  /**
   * What could be read.
   *
   * @param whole empty when there was a mistake
   * @param dimensions those without a mistake
   * @param measures those without a mistake
   */
  record Read(Optional<Measured> whole, List<Dimension> dimensions, List<Measure> measures) {
    Read {
      dimensions = List.copyOf(dimensions);
      measures = List.copyOf(measures);
    }
  }

  static Read read(YamlMapping file) {
    Optional<String> name = MetricSetReader.readName(file);
    String description = MetricSetReader.readDescription(file);
    Optional<IntervalLength> interval = MetricSetReader.readInterval(file);
    file.optional("lateness")
        .ifPresent(
            value -> value.problem("'lateness' goes with a stream", "Use detector.dataset.offset"));
    var columns = new ColumnsSection(null);
    Optional<TimestampColumn> timestamp =
        file.optional("timestamp")
            .flatMap(value -> new TimestampSection(columns, interval.orElse(null)).read(value));
    var dimensions = file.optional("dimensions").map(columns::readDimensions).orElse(List.of());
    var measures =
        file.required("measures", "measures: [views]").map(columns::readMeasures).orElse(List.of());
    boolean undated = timestamp.isEmpty() && file.optional("timestamp").isPresent();
    if (name.isEmpty() || interval.isEmpty() || measures.isEmpty() || undated) {
      return new Read(Optional.empty(), dimensions, measures);
    }
    return new Read(
        Optional.of(
            new Measured(name.get(), description, timestamp, dimensions, measures, interval.get())),
        dimensions,
        measures);
  }
}
