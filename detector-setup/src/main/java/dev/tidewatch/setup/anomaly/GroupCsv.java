package dev.tidewatch.setup.anomaly;

import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionNameValue;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/** Anomaly groups as CSV: a row for each interval of each anomalous series. */
public final class GroupCsv {
  private GroupCsv() {}

  /** The text, with a header: the groups' dimensions are columns, in the order of their names. */
  public static String of(List<GroupDetail> details) {
    Set<String> dimensions = new TreeSet<>();
    details.forEach(
        detail ->
            detail
                .series()
                .forEach(
                    series ->
                        series
                            .dimensionList()
                            .forEach(each -> dimensions.add(each.dimensionName()))));
    StringBuilder text = new StringBuilder();
    CsvWriter csv = new CsvWriter(CsvDialect.RFC_4180, text);
    csv.field("group").field("severity").field("measure").field("interval").field("value");
    dimensions.forEach(csv::field);
    csv.endRow();
    details.forEach(
        detail -> detail.series().forEach(series -> rows(detail, series, dimensions, csv)));
    return text.toString();
  }

  private static void rows(
      GroupDetail detail, TimeSeries series, Set<String> dimensions, CsvWriter csv) {
    for (int index = 0; index < detail.timestamps().size(); index++) {
      csv.field(detail.group().anomalyGroupId())
          .field(Double.toString(detail.group().anomalyGroupScore()))
          .field(detail.group().primaryMetricName())
          .field(ApiTime.read(detail.timestamps().get(index)).toString())
          .field(String.valueOf(series.metricValueList().get(index)));
      dimensions.forEach(dimension -> csv.field(value(series, dimension)));
      csv.endRow();
    }
  }

  private static String value(TimeSeries series, String dimension) {
    return series.dimensionList().stream()
        .filter(each -> each.dimensionName().equals(dimension))
        .map(DimensionNameValue::dimensionValue)
        .findFirst()
        .orElse("");
  }
}
