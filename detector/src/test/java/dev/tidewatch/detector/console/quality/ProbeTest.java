package dev.tidewatch.detector.console.quality;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
  @TempDir Path folder;

  @Test
  void measure() throws Exception {
    for (int n : new int[] {2500, 26000}) {
      try (Browsing console = Browsing.start(folder.resolve("d" + n))) {
        console
            .database()
            .change(
                h -> {
                  h.execute(
                      "INSERT INTO detector (id, name, description, frequency, status, created, modified) VALUES (1, 'shop', '', 'PT5M', 'INACTIVE', 0, 0)");
                  h.execute(
                      "INSERT INTO metric_set VALUES (1, 'sales', ?, 0, 0)",
                      "{\"MetricList\":[{\"MetricName\":\"revenue\",\"AggregationFunction\":\"SUM\"}],\"DimensionList\":[\"store\"],\"Offset\":60,\"TimestampColumn\":{\"ColumnName\":\"at\",\"ColumnFormat\":\"yyyy-MM-dd HH:mm:ss\"},\"MetricSource\":{\"S3SourceConfig\":{\"RoleArn\":\"arn:aws:iam::123456789012:role/r\",\"TemplatedPathList\":[\"s3://shop/{{yyyyMMdd}}/{{HHmm}}/\"],\"FileFormatDescriptor\":{\"CsvFormatDescriptor\":{\"ContainsHeader\":true,\"Delimiter\":\",\"}}}}}");
                  long s = 1_780_000_200L;
                  for (int i = 0; i < n; i++) {
                    long at = s + 300L * i;
                    h.execute(
                        "INSERT INTO execution VALUES (1, ?, ?, ?, ?, ?)",
                        at,
                        i % 50 == 0 ? "FAILED" : "COMPLETED",
                        i % 50 == 0 ? "no" : null,
                        (at + 361 + i % 7) * 1000,
                        (at + 362) * 1000);
                    for (String m :
                        new String[] {
                          "ROWS_PROCESSED",
                          "INVALID_ROWS_COMPLIANCE",
                          "ROWS_PARTIAL_COMPLIANCE",
                          "TIME_SERIES_COUNT"
                        })
                      h.execute("INSERT INTO quality VALUES (1, ?, ?, '', ?)", at, m, 100 + i % 13);
                    for (int c = 0; c < 5; c++)
                      h.execute(
                          "INSERT INTO quality VALUES (1, ?, 'COLUMN_COMPLETENESS', ?, ?)",
                          at,
                          "c" + c,
                          1);
                    for (int c = 0; c < 2; c++)
                      h.execute(
                          "INSERT INTO quality VALUES (1, ?, 'DIMENSION_UNIQUENESS', ?, ?)",
                          at,
                          "c" + c,
                          4);
                  }
                });
        var ana = console.signedIn(Role.VIEWER);
        String from = java.time.Instant.ofEpochSecond(1_780_000_200L).toString(),
            to = java.time.Instant.ofEpochSecond(1_780_000_200L + 300L * n).toString();
        for (String u :
            new String[] {"/d/shop/quality", "/d/shop/quality.csv", "/d/shop", "/system"}) {
          long[] t = new long[n > 5000 ? 40 : 300];
          int size = 0;
          for (int w = 0; w < 60; w++) ana.page(u + "?from=" + from + "&to=" + to);
          for (int i = 0; i < t.length; i++) {
            long a = System.nanoTime();
            size = ana.page(u + "?from=" + from + "&to=" + to).length();
            t[i] = System.nanoTime() - a;
          }
          Arrays.sort(t);
          System.out.printf(
              "PROBE %d %s p50 %.1f p95 %.1f ms size %d%n",
              n, u, t[t.length / 2] / 1e6, t[t.length * 95 / 100] / 1e6, size);
        }
      }
    }
  }
}
