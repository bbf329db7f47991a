package dev.tidewatch.detector.intake;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** Requests for data sets, as users write them. */
public final class Requests {
  private Requests() {}

  /** Views and revenue by marketplace and platform, as CSV. */
  public static CreateMetricSetRequest.Builder shop(String template) {
    return CreateMetricSetRequest.builder()
        .metricSetName("shop")
        .metricList(
            measure("views", AggregationFunction.SUM), measure("price", AggregationFunction.AVG))
        .dimensionList("platform", "marketplace")
        .timestampColumn(column -> column.columnName("time").columnFormat("yyyy-MM-dd HH:mm:ss"))
        .offset(60)
        .metricSource(source -> source.s3SourceConfig(csv(template, config -> {})));
  }

  /** A source of CSV files with a header. */
  public static S3SourceConfig csv(String template, Consumer<S3SourceConfig.Builder> more) {
    S3SourceConfig.Builder config =
        S3SourceConfig.builder()
            .templatedPathList(template)
            .fileFormatDescriptor(
                format -> format.csvFormatDescriptor(csv -> csv.containsHeader(true)));
    more.accept(config);
    return config.build();
  }

  /** A measure. */
  public static Metric measure(String name, AggregationFunction function) {
    return Metric.builder().metricName(name).aggregationFunction(function).build();
  }

  /** The data set of a request that is right. */
  public static Dataset dataset(IntervalLength length, CreateMetricSetRequest.Builder request) {
    DatasetCheck check =
        Dataset.of(
            Frequency.fromValue(length.name()), request.build(), IntakeQuotas.published(length));
    return check.dataset().orElseThrow(() -> new AssertionError(check.problems()));
  }

  /** What is wrong with a request. */
  public static List<DatasetCheck.Problem> problems(
      IntervalLength length, CreateMetricSetRequest.Builder request) {
    return Dataset.of(
            Frequency.fromValue(length.name()), request.build(), IntakeQuotas.published(length))
        .problems();
  }
}
