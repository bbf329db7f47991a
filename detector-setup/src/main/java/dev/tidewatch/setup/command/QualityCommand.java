package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.SdkJson;
import dev.tidewatch.setup.aws.Patience;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorDataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType;

/** Shows how good the data are. */
@Command(
    name = "quality",
    description = {
      "Shows how good the data were, run by run: rows read, rows only in part or not at all usable, series, how full each"
          + " column is (0 to 1), and how many values each dimension has.",
      ""
    })
public final class QualityCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    try (DetectorSession session = DetectorSession.open(file.read())) {
      List<AnomalyDetectorDataQualityMetric> runs = runs(session);
      if (output.json()) {
        Json.print(out, Map.of("runs", runs.stream().map(SdkJson::of).toList()));
      } else {
        print(runs, out);
      }
      return ExitCode.OK;
    }
  }

  static List<AnomalyDetectorDataQualityMetric> runs(DetectorSession session) {
    return Patience.usual()
        .call(
            () ->
                session
                    .lookout()
                    .getDataQualityMetrics(request -> request.anomalyDetectorArn(session.arn()))
                    .anomalyDetectorDataQualityMetricList());
  }

  static void print(List<AnomalyDetectorDataQualityMetric> runs, PrintWriter out) {
    if (runs.isEmpty()) {
      out.println("No run has read data yet.");
      out.flush();
      return;
    }
    Table table = new Table("RUN", "ROWS", "PARTIAL", "INVALID", "SERIES", "COMPLETE", "VALUES");
    runs.forEach(
        run -> {
          List<DataQualityMetric> metrics =
              run.metricSetDataQualityMetricList().stream()
                  .flatMap(each -> each.dataQualityMetricList().stream())
                  .toList();
          table.row(
              String.valueOf(run.startTimestamp()),
              values(metrics, DataQualityMetricType.ROWS_PROCESSED),
              values(metrics, DataQualityMetricType.ROWS_PARTIAL_COMPLIANCE),
              values(metrics, DataQualityMetricType.INVALID_ROWS_COMPLIANCE),
              values(metrics, DataQualityMetricType.TIME_SERIES_COUNT),
              values(metrics, DataQualityMetricType.COLUMN_COMPLETENESS),
              values(metrics, DataQualityMetricType.DIMENSION_UNIQUENESS));
        });
    table.print(out);
  }

  private static String values(List<DataQualityMetric> metrics, DataQualityMetricType type) {
    String text =
        metrics.stream()
            .filter(metric -> metric.metricType() == type)
            .map(QualityCommand::value)
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "–" : text;
  }

  private static String value(DataQualityMetric metric) {
    double value = metric.metricValue();
    String number =
        value == Math.rint(value) ? Long.toString((long) value) : String.format("%.3f", value);
    return metric.relatedColumnName() == null ? number : metric.relatedColumnName() + "=" + number;
  }
}
