package dev.tidewatch.detector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.AppFlowConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.AthenaSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.CloudWatchConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.lookoutmetrics.model.RDSSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.RedshiftSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.TimestampColumn;

final class DatasetTest {
  private static final String TEMPLATE = "s3://bucket/{{yyyyMMdd}}/{{HHmm}}/";

  @Test
  void isTypedWhenTheRequestIsRight() {
    Dataset dataset = Requests.dataset(IntervalLength.PT5M, Requests.shop(TEMPLATE));

    assertThat(dataset.measures())
        .extracting(DatasetMeasure::name)
        .containsExactly("views", "price");
    assertThat(dataset.dimensions()).containsExactly("platform", "marketplace");
    assertThat(dataset.zone().getId()).isEqualTo("Z");
    assertThat(dataset.offset()).isEqualTo(Duration.ofSeconds(60));
    assertThat(dataset.isBacktest()).isFalse();
  }

  private static Arguments wrong(
      String field, String message, Consumer<CreateMetricSetRequest.Builder> change) {
    return Arguments.of(field, message, change);
  }

  private static Consumer<CreateMetricSetRequest.Builder> csv(
      Consumer<CsvFormatDescriptor.Builder> format) {
    return request ->
        request.metricSource(
            source ->
                source.s3SourceConfig(
                    Requests.csv(
                        TEMPLATE,
                        config ->
                            config.fileFormatDescriptor(
                                file -> file.csvFormatDescriptor(format)))));
  }

  private static Consumer<CreateMetricSetRequest.Builder> template(String template) {
    return request ->
        request.metricSource(source -> source.s3SourceConfig(Requests.csv(template, config -> {})));
  }

  private static Consumer<CreateMetricSetRequest.Builder> source(
      Consumer<MetricSource.Builder> source) {
    return request -> request.metricSource(source);
  }

  static List<Arguments> mistakes() {
    String s3 = "MetricSource.S3SourceConfig";
    String csv = s3 + ".FileFormatDescriptor.CsvFormatDescriptor";
    return List.of(
        wrong(
            s3 + ".TemplatedPathList[0]", "has no minute", template("s3://bucket/{{yyyyMMddHH}}/")),
        wrong(
            s3 + ".TemplatedPathList[0]",
            "begins with s3://",
            template("file:///etc/{{yyyyMMdd}}")),
        wrong(
            s3 + ".TemplatedPathList[0]", "not allowed", template("s3://bucket/../{{yyyyMMdd}}/")),
        wrong(
            s3 + ".TemplatedPathList[0]",
            "names, not ''",
            template("s3://bucket//{{yyyyMMdd}}/{{HHmm}}")),
        wrong(
            "TimestampColumn.ColumnFormat",
            "too coarse",
            r -> r.timestampColumn(c -> c.columnName("time").columnFormat("yyyy-MM-dd"))),
        wrong(
            "TimestampColumn",
            "need a timestamp column",
            r -> r.timestampColumn((TimestampColumn) null)),
        wrong("Timezone", "is no time zone", r -> r.timezone("Mars/Olympus")),
        wrong(
            "DimensionList[1]",
            "already used as MetricList[0]",
            r -> r.dimensionList("a", "views")),
        wrong("DimensionList[0]", "already used as TimestampColumn", r -> r.dimensionList("time")),
        wrong(
            "MetricList",
            "at most 5 measures",
            r ->
                r.metricList(
                    IntStream.range(0, 6)
                        .mapToObj(i -> Requests.measure("m" + i, AggregationFunction.SUM))
                        .toList())),
        wrong(
            "MetricList[0].AggregationFunction",
            "SUM or AVG",
            r -> r.metricList(m -> m.metricName("m"))),
        wrong(
            "DimensionList",
            "at most 10 dimensions",
            r -> r.dimensionList(IntStream.range(0, 11).mapToObj(i -> "d" + i).toList())),
        wrong(
            "DimensionFilterList[0].Name",
            "not one of the dataset's dimensions",
            r -> r.dimensionFilterList(f -> f.name("x").filterList(v -> v.dimensionValue("y")))),
        wrong("MetricSetFrequency", "cannot be P1D", r -> r.metricSetFrequency("P1D")),
        wrong("Offset", "0 to 432000", r -> r.offset(432_001)),
        wrong(
            csv + ".Delimiter",
            "must differ",
            csv(f -> f.delimiter("'").quoteSymbol("'").containsHeader(true))),
        wrong(csv + ".HeaderList", "ContainsHeader false", csv(f -> f.containsHeader(false))),
        wrong(
            csv + ".Charset",
            "no known charset",
            csv(f -> f.containsHeader(true).charset("UTF-99"))),
        wrong(
            csv + ".FileCompression",
            "NONE or GZIP",
            csv(f -> f.containsHeader(true).fileCompression("ZSTD"))),
        wrong("MetricSource", "needs a source", source(s -> {})),
        wrong(
            "MetricSource",
            "one source, not CloudWatchConfig and AppFlowConfig",
            source(
                s ->
                    s.appFlowConfig(AppFlowConfig.builder().build())
                        .cloudWatchConfig(CloudWatchConfig.builder().build()))),
        wrong(
            "MetricSource.AppFlowConfig",
            "export",
            source(s -> s.appFlowConfig(AppFlowConfig.builder().build()))),
        wrong(
            "MetricSource.RDSSourceConfig",
            "export",
            source(s -> s.rdsSourceConfig(RDSSourceConfig.builder().build()))),
        wrong(
            "MetricSource.RedshiftSourceConfig",
            "export",
            source(s -> s.redshiftSourceConfig(RedshiftSourceConfig.builder().build()))),
        wrong(
            "MetricSource.AthenaSourceConfig",
            "export",
            source(s -> s.athenaSourceConfig(AthenaSourceConfig.builder().build()))),
        wrong(
            "MetricList[0].Namespace",
            "needs its Namespace",
            source(s -> s.cloudWatchConfig(CloudWatchConfig.builder().build()))));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhichFieldIsWrong(
      String field, String message, Consumer<CreateMetricSetRequest.Builder> change) {
    CreateMetricSetRequest.Builder request = Requests.shop(TEMPLATE);
    change.accept(request);

    assertThat(Requests.problems(IntervalLength.PT5M, request))
        .anySatisfy(
            problem -> {
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.message()).contains(message);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "s3://169.254.169.254/x",
        "s3://[::1]/x",
        "s3://a/x",
        "s3://UPPER/x",
        "s3://user@host/x",
        "s3://bucket:9000/x",
        "s3://bucket/../x",
        "s3://bucket/a/./x",
        "s3://bucket//x",
        "s3://bucket/a//",
        "s3://bucket/a\u0000b",
        "s3://bucket/a\r\nHost: x",
        "s3:/bucket/x",
        "S3://bucket/x",
        "s3://"
      })
  void addressesNothingButObjects(String uri) {
    assertThatThrownBy(() -> S3Address.of(uri)).isInstanceOf(IllegalArgumentException.class);
  }
}
