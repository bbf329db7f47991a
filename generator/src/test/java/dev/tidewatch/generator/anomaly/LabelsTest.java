package dev.tidewatch.generator.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.series.SeriesCatalog;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
  private static final SeriesCatalog CATALOG =
      SeriesCatalog.of(
          Ecommerce.metricSet(), new DimensionValues(Map.of("platform", List.of("web", "a,b"))));
  private static final AnomalyText TEXT =
      new AnomalyText(CATALOG, Instant.parse("2026-01-01T00:00:00Z"), Instant.EPOCH);

  @TempDir private Path folder;

  @Test
  void hasARowForEachSeriesAndMeasure() {
    Path file = folder.resolve("truth.csv");

    Labels labels =
        Labels.write(
            file, CATALOG, List.of(TEXT.parse("all[marketplace=uk]*0@2026-01-01T10:00:00Z/15m")));

    assertThat(labels).isEqualTo(new Labels(1, 4));
    assertThat(file)
        .content()
        .isEqualTo(
            """
            series,measure,start,end,kind
            platform=web;marketplace=uk,views,2026-01-01T10:00:00Z,2026-01-01T10:15:00Z,outage
            platform=web;marketplace=uk,revenue,2026-01-01T10:00:00Z,2026-01-01T10:15:00Z,outage
            "platform=a,b;marketplace=uk",views,2026-01-01T10:00:00Z,2026-01-01T10:15:00Z,outage
            "platform=a,b;marketplace=uk",revenue,2026-01-01T10:00:00Z,2026-01-01T10:15:00Z,outage
            """);
  }

  @Test
  void saysWhichFileCannotBeWritten() {
    Path file = folder.resolve("missing/truth.csv");

    assertThatThrownBy(() -> Labels.write(file, CATALOG, List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write labels to " + file);
  }
}
