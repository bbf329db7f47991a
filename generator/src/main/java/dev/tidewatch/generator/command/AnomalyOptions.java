package dev.tidewatch.generator.command;

import dev.tidewatch.generator.anomaly.AnomalyPlan;
import dev.tidewatch.generator.anomaly.AnomalyText;
import dev.tidewatch.generator.anomaly.DrawnAnomalies;
import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.metricset.MetricSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes wrong in the business. */
public final class AnomalyOptions {
  @Option(
      names = "--anomaly-rate",
      paramLabel = "0..1",
      description =
          "Anomalies a series sees a day, on average, drawn from the seed. Default:"
              + " ${DEFAULT-VALUE}; 0 for none.")
  private double rate = 0.05;

  @Option(
      names = "--anomaly",
      paramLabel = "WHAT@WHEN",
      description = {
        "One more, such as",
        "  revenue[marketplace=uk]*0.4@+2h/15m",
        "  MEASURE[DIM=VALUE,...]*FACTOR@START/LENGTH:KIND",
        "MEASURE may be all; [...] and :KIND may be left out. START is +2h after the first instant,"
            + " now, now+5m, now-3h, or an instant. KIND is spike, dip, outage, level-shift or"
            + " slow-drift. May be repeated."
      })
  private List<String> anomalies = new ArrayList<>();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Write the truth to a CSV file: series,measure,start,end,kind.")
  private @Nullable Path labels;

  AnomalyPlan plan(
      MetricSet metricSet, SeriesCatalog catalog, long seed, Instant first, Instant now) {
    AnomalyText text = new AnomalyText(catalog, first, now);
    AnomalyPlan drawn = new DrawnAnomalies(catalog, metricSet.calendar(), rate, seed);
    return drawn.and(AnomalyPlan.of(anomalies.stream().map(text::parse).toList()));
  }

  Optional<Path> labels() {
    return Optional.ofNullable(labels);
  }
}
