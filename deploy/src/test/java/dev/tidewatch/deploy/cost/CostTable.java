package dev.tidewatch.deploy.cost;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of the document, computed anew: lines of {@code what | `item` price | quantity → dollars
 * | …} and a last one that adds them up.
 *
 * @param lines as they should be
 * @param totals of the columns
 */
record CostTable(List<String> lines, List<BigDecimal> totals) {
  private static final Pattern PRICED =
      Pattern.compile("\\| (.+) \\| `([a-z0-9-]+)` [\\d.]+ \\| (.+) \\|");
  private static final String ARROW = " → ";
  private static final int SIZES = 3;

  CostTable {
    lines = List.copyOf(lines);
    totals = List.copyOf(totals);
  }

  /** Keeps what is said and how much of it, and takes the prices from the file. */
  static CostTable of(List<String> written, PriceFile prices) {
    List<String> lines = new ArrayList<>();
    List<BigDecimal> totals = new ArrayList<>(Collections.nCopies(SIZES, BigDecimal.ZERO));
    for (String line : written) {
      Matcher priced = PRICED.matcher(line);
      if (priced.matches()) {
        BigDecimal price = prices.of(priced.group(2));
        List<String> cells = new ArrayList<>();
        String[] quantities = priced.group(3).split(" \\| ");
        for (int size = 0; size < SIZES; size++) {
          String quantity = quantities[size].split(ARROW)[0];
          BigDecimal dollars = cents(value(quantity).multiply(price));
          totals.set(size, totals.get(size).add(dollars));
          cells.add(quantity + ARROW + text(dollars));
        }
        lines.add(
            "| %s | `%s` %s | %s |"
                .formatted(
                    priced.group(1),
                    priced.group(2),
                    price.toPlainString(),
                    String.join(" | ", cells)));
      }
    }
    lines.add(
        "| **Total** | | "
            + totals.stream().map(total -> "**" + text(total) + "**").collect(joining(" | "))
            + " |");
    return new CostTable(lines, totals);
  }

  /** A sum of products. */
  static BigDecimal value(String quantity) {
    return Arrays.stream(quantity.split(" \\+ "))
        .map(CostTable::product)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal product(String factors) {
    return Arrays.stream(factors.split(" × "))
        .map(factor -> new BigDecimal(factor.replace(",", "")))
        .reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  private static BigDecimal cents(BigDecimal dollars) {
    return dollars.setScale(2, RoundingMode.HALF_UP);
  }

  static String text(BigDecimal dollars) {
    return "%,.2f".formatted(dollars);
  }
}
