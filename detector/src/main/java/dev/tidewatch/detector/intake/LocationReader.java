package dev.tidewatch.detector.intake;

import dev.tidewatch.detector.intake.DatasetCheck.Problem;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.BackTestConfiguration;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** Turns a {@code MetricSource} into a {@link DataLocation}, telling what is wrong with it. */
final class LocationReader {
  private static final String ROOT = "MetricSource";
  private static final String S3 = ROOT + ".S3SourceConfig";
  private static final String INSTEAD =
      "this server reads files in S3 and metrics of CloudWatch: export %s to S3 as CSV or JSON"
          + " lines, one folder an interval, or stream it through the ETL job, and use"
          + " S3SourceConfig";

  private final @Nullable MetricSource source;
  private final IntervalLength length;
  private final Consumer<Problem> problems;

  LocationReader(@Nullable MetricSource source, IntervalLength length, Consumer<Problem> problems) {
    this.source = source;
    this.length = length;
    this.problems = problems;
  }

  /** The location; null when problems were told. */
  @Nullable DataLocation read() {
    List<String> given = source == null ? List.of() : given(source);
    if (source == null || given.size() != 1) {
      problem(
          ROOT,
          given.isEmpty()
              ? "a dataset needs a source: S3SourceConfig or CloudWatchConfig"
              : "a dataset has one source, not " + String.join(" and ", given));
      return null;
    }
    if (source.s3SourceConfig() != null) {
      return files(source.s3SourceConfig());
    }
    if (source.cloudWatchConfig() != null) {
      return cloudWatch(source.cloudWatchConfig().backTestConfiguration());
    }
    problem(ROOT + "." + given.get(0), INSTEAD.formatted("the data"));
    return null;
  }

  private static List<String> given(MetricSource source) {
    List<String> names = new ArrayList<>();
    add(source.s3SourceConfig(), "S3SourceConfig", names);
    add(source.cloudWatchConfig(), "CloudWatchConfig", names);
    add(source.appFlowConfig(), "AppFlowConfig", names);
    add(source.rdsSourceConfig(), "RDSSourceConfig", names);
    add(source.redshiftSourceConfig(), "RedshiftSourceConfig", names);
    add(source.athenaSourceConfig(), "AthenaSourceConfig", names);
    return names;
  }

  private static void add(@Nullable Object value, String name, List<String> names) {
    if (value != null) {
      names.add(name);
    }
  }

  private static DataLocation cloudWatch(@Nullable BackTestConfiguration backtest) {
    return new DataLocation.CloudWatch(
        backtest != null && Boolean.TRUE.equals(backtest.runBackTestMode()));
  }

  private @Nullable DataLocation files(S3SourceConfig config) {
    PathTemplate continuous = continuous(config.templatedPathList());
    S3Address historical = historical(config.historicalDataPathList());
    if (config.templatedPathList().isEmpty() && config.historicalDataPathList().isEmpty()) {
      problem(S3, "give a TemplatedPathList, a HistoricalDataPathList, or both");
    }
    FileFormat format =
        new FormatReader(S3 + ".FileFormatDescriptor", problems)
            .read(config.fileFormatDescriptor());
    if (format == null || (continuous == null && historical == null)) {
      return null;
    }
    return new DataLocation.Files(continuous, historical, format);
  }

  private @Nullable PathTemplate continuous(List<String> paths) {
    String field = S3 + ".TemplatedPathList";
    if (paths.isEmpty()) {
      return null;
    }
    if (paths.size() > 1) {
      problem(field, "there is one continuous path, not " + paths.size());
    }
    try {
      PathTemplate template = IntakePaths.template(paths.get(0));
      template
          .ambiguity(length)
          .ifPresent(
              why ->
                  problem(
                      field + "[0]",
                      "the path does not tell intervals of %s apart: it %s"
                          .formatted(length, why)));
      return template;
    } catch (IllegalArgumentException wrong) {
      problem(field + "[0]", String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private @Nullable S3Address historical(List<String> paths) {
    String field = S3 + ".HistoricalDataPathList";
    if (paths.isEmpty()) {
      return null;
    }
    if (paths.size() > 1) {
      problem(field, "there is one historical path, not " + paths.size());
    }
    try {
      return S3Address.of(paths.get(0));
    } catch (IllegalArgumentException wrong) {
      problem(field + "[0]", String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private void problem(String field, String message) {
    problems.accept(new Problem(field, message));
  }
}
