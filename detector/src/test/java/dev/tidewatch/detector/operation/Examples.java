package dev.tidewatch.detector.operation;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.FileFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.FilterOperation;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/** Requests as the reference solution sends them (contract section 3.7). */
final class Examples {
  static final String ROLE = "arn:aws:iam::123456789012:role/L4M";
  static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:anomalies";
  static final String LAMBDA = "arn:aws:lambda:us-east-1:123456789012:function:tell";
  static final String TEMPLATE =
      "s3://my-bucket/data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/";
  static final String HISTORY = "s3://my-bucket/historical/";
  static final Action SNS =
      Action.builder().snsConfiguration(sns -> sns.roleArn(ROLE).snsTopicArn(TOPIC)).build();
  static final Action TO_LAMBDA =
      Action.builder()
          .lambdaConfiguration(lambda -> lambda.roleArn(ROLE).lambdaArn(LAMBDA))
          .build();

  private Examples() {}

  static CreateMetricSetRequest.Builder continuous(String detectorArn) {
    return dataset(detectorArn)
        .metricSource(
            source ->
                source.s3SourceConfig(
                    s3 ->
                        s3.roleArn(ROLE)
                            .templatedPathList(TEMPLATE)
                            .historicalDataPathList(HISTORY)
                            .fileFormatDescriptor(csv())));
  }

  static CreateMetricSetRequest.Builder backTest(String detectorArn) {
    return dataset(detectorArn).metricSource(history());
  }

  static MetricSource history() {
    return MetricSource.builder()
        .s3SourceConfig(
            s3 -> s3.roleArn(ROLE).historicalDataPathList(HISTORY).fileFormatDescriptor(csv()))
        .build();
  }

  private static CreateMetricSetRequest.Builder dataset(String detectorArn) {
    return CreateMetricSetRequest.builder()
        .anomalyDetectorArn(detectorArn)
        .metricSetName("sales")
        .metricSetDescription("live data")
        .metricList(measure("views"), measure("revenue"))
        .offset(60)
        .timestampColumn(
            column -> column.columnName("event_time").columnFormat("yyyy-MM-dd HH:mm:ss"))
        .dimensionList("platform", "marketplace")
        .timezone("UTC");
  }

  static Metric measure(String name) {
    return Metric.builder().metricName(name).aggregationFunction(AggregationFunction.SUM).build();
  }

  static Filter keep(String value) {
    return Filter.builder().dimensionValue(value).filterOperation(FilterOperation.EQUALS).build();
  }

  static DimensionFilter filter(String dimension, String... values) {
    return DimensionFilter.builder()
        .dimensionName(dimension)
        .dimensionValueList(values.length == 0 ? null : List.of(values))
        .build();
  }

  static FileFormatDescriptor csv() {
    return FileFormatDescriptor.builder()
        .csvFormatDescriptor(
            csv ->
                csv.fileCompression("NONE")
                    .charset("UTF-8")
                    .containsHeader(true)
                    .delimiter(",")
                    .quoteSymbol("\""))
        .build();
  }
}
