package dev.tidewatch.setup.blueprint;

/**
 * One way to get a file wrong: what is replaced in a good one, and what is then said.
 *
 * @param right a text of the good file, whose first occurrence is replaced
 * @param wrong what stands there instead
 * @param line where the problem is found
 * @param path the keys that lead to it
 * @param message part of the problem's text
 * @param remedy part of its remedy
 * @param inSchema whether the JSON Schema refuses it too
 */
record BlueprintMistake(
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
      timestamp: {column: at, format: yyyy-MM-dd HH:mm:ss, zone: UTC}
      dimensions: [platform, market]
      measures: [views, {name: revenue, aggregation: SUM}]
      interval: PT5M
      detector:
        name: shop-detector
        description: finds what is odd
        activation: continuous
        kmsKey: arn:aws:kms:us-east-1:123456789012:key/0123abcd-0123-abcd-0123-0123456789ab
        tags: {team: web}
        dataset:
          name: shop-data
          description: what was sold
          offset: 2m
          filters: {market: [us, uk]}
          namespaces: {views: Shop/Web}
          tags: {kind: sales}
          source:
            s3:
              path: s3://shop-data/{{yyyyMMdd}}/{{HHmm}}/
              history: s3://shop-history/
              role: arn:aws:iam::123456789012:role/reader
              csv:
                compression: GZIP
                charset: ISO-8859-1
                header: false
                columns: [platform, market, at, views, revenue]
                delimiter: ";"
                quote: "'"
      topics:
        - name: anomalies
          displayName: Shop
          kmsKey: alias/aws/sns
          subscribers:
            - protocol: sqs
              endpoint: arn:aws:sqs:us-east-1:123456789012:oncall
              raw: true
              filter: {severityClass: [critical]}
      alerts:
        - name: oncall
          description: wakes somebody
          threshold: 60
          measures: [revenue]
          dimensions: {market: [us]}
          tags: {who: nightwatch}
          sns:
            topic: anomalies
            format: LONG_TEXT
            role: arn:aws:iam::123456789012:role/teller
        - name: automaton
          lambda:
            function: arn:aws:lambda:us-east-1:123456789012:function:f
            role: arn:aws:iam::123456789012:role/caller
      """;

  /** A mistake that the schema sees as well. */
  static BlueprintMistake seen(
      String right, String wrong, int line, String path, String message, String remedy) {
    return new BlueprintMistake(right, wrong, line, path, message, remedy, true);
  }

  /** A mistake that only the reader sees. */
  static BlueprintMistake unseen(
      String right, String wrong, int line, String path, String message, String remedy) {
    return new BlueprintMistake(right, wrong, line, path, message, remedy, false);
  }

  String text() {
    int at = GOOD.indexOf(right);
    if (at < 0) {
      throw new IllegalStateException("'" + right + "' is not in the good file");
    }
    return GOOD.substring(0, at) + wrong + GOOD.substring(at + right.length());
  }

  @Override
  public String toString() {
    return wrong.strip() + " -> " + message;
  }
}
