package dev.tidewatch.detector.intake;

import dev.tidewatch.detector.intake.DatasetCheck.Problem;
import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.ColumnName;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.FilterOperation;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;

/** Turns a request into a {@link Dataset}, and finds all that is wrong with it. */
final class DatasetReader {
  private static final Duration MAX_OFFSET = Duration.ofDays(5);
  private static final String NO_COLUMN = "-";

  private final Frequency frequency;
  private final CreateMetricSetRequest request;
  private final IntakeQuotas quotas;
  private final List<Problem> problems = new ArrayList<>();

  DatasetReader(Frequency frequency, CreateMetricSetRequest request, IntakeQuotas quotas) {
    this.frequency = frequency;
    this.request = request;
    this.quotas = quotas;
  }

  DatasetCheck read() {
    IntervalLength length = length();
    DataLocation location =
        new LocationReader(request.metricSource(), length, problems::add).read();
    boolean isCloudWatch = location instanceof DataLocation.CloudWatch;
    ZoneId zone = zone();
    List<DatasetMeasure> measures = measures(isCloudWatch);
    List<String> dimensions = dimensions();
    TimestampFormat format = timestampFormat(length, isCloudWatch);
    String column = timestampColumn(isCloudWatch);
    checkDistinct(column, measures, dimensions);
    List<ValueFilter> filters = filters(dimensions);
    Duration offset = offset();
    if (!problems.isEmpty() || location == null) {
      return new DatasetCheck.Refused(problems);
    }
    return new DatasetCheck.Accepted(
        new Dataset(
            orEmpty(request.metricSetName()),
            length,
            zone,
            column,
            format,
            measures,
            dimensions,
            filters,
            offset,
            location));
  }

  private void problem(String field, String message) {
    problems.add(new Problem(field, message));
  }

  private IntervalLength length() {
    Frequency own = request.metricSetFrequency();
    if (own != null && own != frequency) {
      problem(
          "MetricSetFrequency",
          "the detector's interval is %s, so the dataset's cannot be %s"
              .formatted(frequency, request.metricSetFrequencyAsString()));
    }
    return IntervalLength.valueOf(frequency.toString());
  }

  private ZoneId zone() {
    String name = request.timezone();
    if (name == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      problem(
          "Timezone",
          "'" + name + "' is no time zone: use a name such as UTC, Europe/Berlin or Asia/Tokyo");
      return ZoneOffset.UTC;
    }
  }

  private List<DatasetMeasure> measures(boolean isCloudWatch) {
    List<Metric> metrics = request.metricList();
    if (metrics.isEmpty()) {
      problem("MetricList", "a dataset has at least one measure");
    }
    if (metrics.size() > quotas.measures()) {
      problem(
          "MetricList",
          "a dataset has at most %d measures, not %d".formatted(quotas.measures(), metrics.size()));
    }
    List<DatasetMeasure> measures = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      String field = "MetricList[" + i + "]";
      Aggregation aggregation = aggregation(metric, field);
      String name = columnName(metric.metricName(), field + ".MetricName");
      if (isCloudWatch && metric.namespace() == null) {
        problem(field + ".Namespace", "a metric of CloudWatch needs its Namespace");
      }
      measures.add(new DatasetMeasure(name, aggregation, isCloudWatch ? metric.namespace() : null));
    }
    return measures;
  }

  private Aggregation aggregation(Metric metric, String field) {
    String text = orEmpty(metric.aggregationFunctionAsString());
    if (text.equals("SUM") || text.equals("AVG")) {
      return Aggregation.valueOf(text);
    }
    problem(field + ".AggregationFunction", "a measure is aggregated by SUM or AVG");
    return Aggregation.SUM;
  }

  private String columnName(@Nullable String name, String field) {
    if (name == null || ColumnName.parse(name).isEmpty()) {
      problem(
          field,
          name == null
              ? "a column needs its name"
              : "'%s' is no column name: use 1 to 63 letters, digits, _ and -".formatted(name));
      return NO_COLUMN;
    }
    return name;
  }

  private List<String> dimensions() {
    List<String> names = request.dimensionList();
    if (names.size() > quotas.dimensions()) {
      problem(
          "DimensionList",
          "a dataset has at most %d dimensions, not %d"
              .formatted(quotas.dimensions(), names.size()));
    }
    List<String> dimensions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      dimensions.add(columnName(names.get(i), "DimensionList[" + i + "]"));
    }
    return dimensions;
  }

  private String timestampColumn(boolean isCloudWatch) {
    if (isCloudWatch) {
      return "Timestamp";
    }
    return request.timestampColumn() == null
        ? NO_COLUMN
        : columnName(request.timestampColumn().columnName(), "TimestampColumn.ColumnName");
  }

  private TimestampFormat timestampFormat(IntervalLength length, boolean isCloudWatch) {
    TimestampFormat unix = TimestampFormat.of(TimestampFormat.UNIX);
    if (isCloudWatch) {
      return unix;
    }
    if (request.timestampColumn() == null || request.timestampColumn().columnFormat() == null) {
      problem(
          request.timestampColumn() == null ? "TimestampColumn" : "TimestampColumn.ColumnFormat",
          "files need a timestamp column with its name and its format, such as"
              + " yyyy-MM-dd HH:mm:ss or UNIX");
      return unix;
    }
    try {
      TimestampFormat format = TimestampFormat.of(request.timestampColumn().columnFormat());
      if (!format.determines(length)) {
        problem(
            "TimestampColumn.ColumnFormat",
            "'%s' is too coarse to tell intervals of %s apart".formatted(format, length));
      }
      return format;
    } catch (IllegalArgumentException wrong) {
      problem("TimestampColumn.ColumnFormat", String.valueOf(wrong.getMessage()));
      return unix;
    }
  }

  private void checkDistinct(
      String timestamp, List<DatasetMeasure> measures, List<String> dimensions) {
    Map<String, String> uses = new HashMap<>();
    uses.put(timestamp, "TimestampColumn.ColumnName");
    for (int i = 0; i < measures.size(); i++) {
      use(measures.get(i).name(), "MetricList[" + i + "].MetricName", uses);
    }
    for (int i = 0; i < dimensions.size(); i++) {
      use(dimensions.get(i), "DimensionList[" + i + "]", uses);
    }
  }

  private void use(String name, String field, Map<String, String> uses) {
    if (name.equals(NO_COLUMN)) {
      return; // told already
    }
    String earlier = uses.putIfAbsent(name, field);
    if (earlier != null) {
      problem(field, "column '" + name + "' is already used as " + earlier);
    }
  }

  private List<ValueFilter> filters(List<String> dimensions) {
    List<ValueFilter> filters = new ArrayList<>();
    List<MetricSetDimensionFilter> wanted = request.dimensionFilterList();
    for (int i = 0; i < wanted.size(); i++) {
      String field = "DimensionFilterList[" + i + "]";
      String name = orEmpty(wanted.get(i).name());
      if (!dimensions.contains(name)) {
        problem(field + ".Name", "'" + name + "' is not one of the dataset's dimensions");
      }
      List<String> values = values(wanted.get(i).filterList(), field);
      if (!values.isEmpty()) {
        filters.add(new ValueFilter(name, Set.copyOf(values)));
      }
    }
    return filters;
  }

  private List<String> values(List<Filter> wanted, String field) {
    if (wanted.isEmpty()) {
      problem(field + ".FilterList", "a filter has at least one value");
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Filter filter = wanted.get(i);
      String path = field + ".FilterList[" + i + "]";
      if (filter.filterOperation() != null && filter.filterOperation() != FilterOperation.EQUALS) {
        problem(path + ".FilterOperation", "the only operation is EQUALS");
      }
      if (filter.dimensionValue() == null) {
        problem(path + ".DimensionValue", "a filter needs the value to keep");
      } else {
        values.add(filter.dimensionValue());
      }
    }
    return values;
  }

  private Duration offset() {
    int seconds = request.offset() == null ? 0 : request.offset();
    if (seconds < 0 || seconds > MAX_OFFSET.toSeconds()) {
      problem("Offset", "an offset is 0 to %d seconds".formatted(MAX_OFFSET.toSeconds()));
    }
    return Duration.ofSeconds(seconds);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
