package dev.tidewatch.deploy.cost;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code deploy/prices.csv}: item, unit, dollars, the page they stand on. */
record PriceFile(Map<String, BigDecimal> prices) {
  PriceFile {
    prices = Map.copyOf(prices);
  }

  static PriceFile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Map<String, BigDecimal> prices = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != 4 || !cells[3].startsWith("https://")) {
        throw new IllegalArgumentException("not item, unit, dollars, page: " + line);
      }
      if (prices.put(cells[0], new BigDecimal(cells[2])) != null) {
        throw new IllegalArgumentException("twice: " + line);
      }
    }
    return new PriceFile(prices);
  }

  BigDecimal of(String item) {
    return requireNonNull(prices.get(item), () -> "no price of " + item);
  }
}
