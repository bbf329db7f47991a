package dev.tidewatch.generator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AwsSampleTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Test
  void equalsThePublishedDataCellByCell() throws IOException {
    List<String> published = published();
    List<String> made = new ArrayList<>();
    new AwsSample(AwsSample.PUBLISHED_SEED)
        .rows(AwsSample.PUBLISHED_START, AwsSample.PUBLISHED_END, row -> made.add(line(row)));

    assertThat(published).hasSize(91_728);
    assertThat(made).isEqualTo(published);
  }

  private static String line(AwsSample.Row row) {
    String label = row.anomalous() ? "1" : "0";
    return String.join(
        ",",
        row.platform(),
        row.marketplace(),
        TIME.format(row.time()),
        Long.toString(row.views()),
        Double.toString(row.revenue()),
        label,
        label);
  }

  private static List<String> published() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    AwsSampleTest.class.getResourceAsStream("/aws-ecommerce/label.csv.gz")),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    }
  }
}
