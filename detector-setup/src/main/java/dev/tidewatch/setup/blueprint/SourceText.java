package dev.tidewatch.setup.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.JsonFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** Writes what {@link SourceSection} reads. */
final class SourceText {
  private SourceText() {}

  static Map<String, Object> of(MetricSource source) {
    if (source.s3SourceConfig() != null) {
      return Map.of("s3", s3(source.s3SourceConfig()));
    }
    Map<String, SdkPojo> others = new LinkedHashMap<>();
    others.put("cloudwatch", source.cloudWatchConfig());
    others.put("athena", source.athenaSourceConfig());
    others.put("rds", source.rdsSourceConfig());
    others.put("redshift", source.redshiftSourceConfig());
    others.put("appflow", source.appFlowConfig());
    return others.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .findFirst()
        .map(entry -> Map.<String, Object>of(entry.getKey(), plain(entry.getValue())))
        .orElseThrow(() -> new IllegalArgumentException("the dataset has no source"));
  }

  private static Map<String, Object> s3(S3SourceConfig config) {
    Map<String, Object> text = new LinkedHashMap<>();
    config.templatedPathList().stream().findFirst().ifPresent(path -> text.put("path", path));
    config.historicalDataPathList().stream()
        .findFirst()
        .ifPresent(path -> text.put("history", path));
    Optional.ofNullable(config.roleArn()).ifPresent(role -> text.put("role", role));
    Optional.ofNullable(config.fileFormatDescriptor().csvFormatDescriptor())
        .ifPresent(csv -> text.put("csv", csv(csv)));
    Optional.ofNullable(config.fileFormatDescriptor().jsonFormatDescriptor())
        .ifPresent(json -> text.put("json", json(json)));
    return text;
  }

  private static Map<String, Object> csv(CsvFormatDescriptor csv) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("compression", Optional.ofNullable(csv.fileCompressionAsString()).orElse("NONE"));
    text.put("charset", Optional.ofNullable(csv.charset()).orElse("UTF-8"));
    text.put("header", Optional.ofNullable(csv.containsHeader()).orElse(true));
    if (csv.hasHeaderList()) {
      text.put("columns", csv.headerList());
    }
    text.put("delimiter", Optional.ofNullable(csv.delimiter()).orElse(","));
    text.put("quote", Optional.ofNullable(csv.quoteSymbol()).orElse("\""));
    return text;
  }

  private static Map<String, Object> json(JsonFormatDescriptor json) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("compression", Optional.ofNullable(json.fileCompressionAsString()).orElse("NONE"));
    text.put("charset", Optional.ofNullable(json.charset()).orElse("UTF-8"));
    return text;
  }

  private static Map<String, Object> plain(SdkPojo pojo) {
    Map<String, Object> text = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      boolean empty = value == null || (value instanceof List<?> list && list.isEmpty());
      if (!empty) {
        text.put(SdkSection.key(field), value instanceof SdkPojo inner ? plain(inner) : value);
      }
    }
    return text;
  }
}
