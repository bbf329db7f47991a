package dev.tidewatch.setup.command;

import dev.tidewatch.setup.report.SdkJson;
import dev.tidewatch.setup.report.Table;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorDataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetric;

/** Shows the quality of the data. */
@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    description = {
      "Shows how good the data were: rows read and not usable, how full columns are, how many series.",
      ""
    })
public final class QualityCommand implements Callable<Integer> {
  @Mixin private final DetectorOf detector = new DetectorOf();
  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      String arn = DetectorOf.arn(session);
      List<AnomalyDetectorDataQualityMetric> runs =
          session
              .clients()
              .lookout()
              .getDataQualityMetrics(request -> request.anomalyDetectorArn(arn))
              .anomalyDetectorDataQualityMetricList();
      PrintWriter out = spec.commandLine().getOut();
      if (output.json()) {
        out.println(SdkJson.of(runs).toPrettyString());
        out.flush();
      } else {
        print(runs, out);
      }
      return ExitCode.OK;
    }
  }

  private static void print(List<AnomalyDetectorDataQualityMetric> runs, PrintWriter out) {
    Table table = new Table("RUN", "WHAT", "COLUMN", "VALUE");
    for (AnomalyDetectorDataQualityMetric run : runs) {
      run.metricSetDataQualityMetricList().stream()
          .flatMap(set -> set.dataQualityMetricList().stream())
          .forEach(metric -> add(table, run, metric));
    }
    table.print(out);
  }

  private static void add(
      Table table, AnomalyDetectorDataQualityMetric run, DataQualityMetric metric) {
    table.row(
        String.valueOf(run.startTimestamp()),
        metric.metricTypeAsString(),
        Optional.ofNullable(metric.relatedColumnName()).orElse(""),
        BigDecimal.valueOf(metric.metricValue()).stripTrailingZeros().toPlainString());
  }
}
