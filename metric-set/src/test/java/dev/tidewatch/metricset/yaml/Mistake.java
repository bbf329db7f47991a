package dev.tidewatch.metricset.yaml;

import static java.util.Objects.requireNonNull;

/**
 * One way to get a metric set file wrong: what is replaced in a good file, and what is then said.
 *
 * @param right a text of the good file
 * @param wrong what stands there instead
 * @param line where the problem is found
 * @param path the keys that lead to it
 * @param message part of the problem's text
 * @param remedy part of its remedy
 * @param inSchema whether the JSON Schema refuses it too
 */
record Mistake(
    String right,
    String wrong,
    int line,
    String path,
    String message,
    String remedy,
    boolean inSchema) {
  /** What the mistakes are made in; lines are counted in it. */
  static final String GOOD =
      """
      name: shop
      description: a shop
      stream:
        name: live
        startingPosition: LATEST
      records:
        format: CSV
        columns: [platform, market, at, views, revenue]
        delimiter: ","
        quote: '"'
      timestamp:
        column: at
        format: yyyy-MM-dd HH:mm:ss
        zone: UTC
      dimensions:
        - platform
        - {name: place, field: market}
      measures:
        - views
        - {name: money, field: revenue, aggregation: SUM, decimals: 2}
      interval: PT5M
      lateness: 2m
      output:
        location: s3://demo/csv
        layout: "{{yyyyMMdd}}/{{HHmm}}/"
      alert:
        threshold: 70
        topic: anomalies
        subscribers:
          - {protocol: email, endpoint: a@b.org}
      """;

  Mistake {
    requireNonNull(right, "right");
    requireNonNull(wrong, "wrong");
  }

  /** A mistake that the schema sees as well. */
  static Mistake seen(
      String right, String wrong, int line, String path, String message, String remedy) {
    return new Mistake(right, wrong, line, path, message, remedy, true);
  }

  /** A mistake that only the reader sees. */
  static Mistake unseen(
      String right, String wrong, int line, String path, String message, String remedy) {
    return new Mistake(right, wrong, line, path, message, remedy, false);
  }

  String text() {
    if (!GOOD.contains(right)) {
      throw new IllegalStateException("'" + right + "' is not in the good file");
    }
    return GOOD.replace(right, wrong);
  }

  @Override
  public String toString() {
    return wrong.strip() + " -> " + message;
  }
}
