package dev.tidewatch.setup.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The price table, which is a file beside this class. */
public final class PriceTable {
  private static final String RESOURCE = "prices.properties";

  private final Map<String, String> prices;

  private PriceTable(Map<String, String> prices) {
    this.prices = Map.copyOf(prices);
  }

  /** The table that comes with the program. */
  public static PriceTable read() {
    try (InputStream resource =
        requireNonNull(PriceTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(resource, UTF_8));
      Map<String, String> prices = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> prices.put(key, properties.getProperty(key)));
      return new PriceTable(prices);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Something of the table that is no price, such as {@code date}. */
  String text(String key) {
    return requireNonNull(prices.get(key), key);
  }

  /** The price of one. */
  public double of(String key) {
    return Double.parseDouble(text(key));
  }

  /** The prices of more and more of one, in words. */
  String tiers(String key) {
    return text(key)
        .replaceAll("\\*:(\\S+)", "\\$$1 beyond")
        .replaceAll("(\\d+):(\\S+)", "\\$$2 to $1,");
  }

  /** The price of that many, where more are cheaper. */
  public double tiered(String key, long count) {
    double dollars = 0;
    long from = 0;
    for (String tier : text(key).split(" ")) {
      String[] parts = tier.split(":");
      long to = parts[0].equals("*") ? count : Math.min(count, Long.parseLong(parts[0]));
      dollars += Math.max(0, to - from) * Double.parseDouble(parts[1]);
      from = Math.max(from, to);
    }
    return dollars;
  }
}
