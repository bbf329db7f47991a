package dev.tidewatch.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The metric set of a web shop, as a file: views and revenue by platform and marketplace. */
final class ShopMetricSet {
  /** Its CSV records: {@code pc_web,us,2025-03-03 00:00:00,298,89.40}. */
  static final String CSV =
      "{format: CSV, columns: [platform, marketplace, event_time, views, revenue]}";

  /** Its JSON records have the same keys. */
  static final String JSON = "{format: JSON}";

  private ShopMetricSet() {}

  static Path write(Path folder, String stream, String records, String interval)
      throws IOException {
    return write(folder, stream, records, interval, "event_time", "revenue");
  }

  /** The timestamp and the revenue may stand elsewhere in the records. */
  static Path write(
      Path folder,
      String stream,
      String records,
      String interval,
      String timestampField,
      String revenueField)
      throws IOException {
    String yaml =
        """
        name: shop
        stream: {name: %s}
        records: %s
        timestamp: {column: event_time, field: %s, format: "yyyy-MM-dd HH:mm:ss", zone: UTC}
        dimensions: [platform, marketplace]
        measures:
          - views
          - {name: revenue, field: %s, aggregation: SUM, decimals: 4}
        interval: %s
        lateness: PT2M
        output: {location: "s3://not-used/at-all"}
        """;
    return Files.writeString(
        Files.createDirectories(folder).resolve(stream + ".yaml"),
        yaml.formatted(stream, records, timestampField, revenueField, interval));
  }
}
