package dev.tidewatch.etl.shape.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** How one would add the orders up without caring for speed; doubles, even. */
final class JacksonAndHashMap {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private record Key(long interval, String platform, String marketplace) {}

  private static final class Totals {
    private double views;
    private double revenue;
  }

  private final ZoneId zone;
  private final Map<Key, Totals> totals = new HashMap<>();

  JacksonAndHashMap(ZoneId zone) {
    this.zone = zone;
  }

  void accept(byte[] order) throws IOException {
    String platform = "";
    String marketplace = "";
    long interval = 0;
    double views = 0;
    double revenue = 0;
    try (JsonParser parser = FACTORY.createParser(order)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "platform" -> platform = parser.getText();
          case "marketplace" -> marketplace = parser.getText();
          case "event_time" -> interval = interval(parser.getText());
          case "views" -> views = parser.getDoubleValue();
          case "revenue" -> revenue = parser.getDoubleValue();
          default -> parser.skipChildren();
        }
      }
    }
    Totals row =
        totals.computeIfAbsent(new Key(interval, platform, marketplace), key -> new Totals());
    row.views += views;
    row.revenue += revenue;
  }

  Map<?, ?> totals() {
    return totals;
  }

  private long interval(String time) {
    long seconds = LocalDateTime.parse(time, TIME).atZone(zone).toEpochSecond();
    return seconds - Math.floorMod(seconds, 300L);
  }
}
