package dev.tidewatch.setup.lookout;

/** The file of a shop that has a detector with history, an alert, a topic and a subscriber. */
final class Shop {
  private static final String FILE =
      """
      name: NAME
      description: A shop
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [platform, marketplace]
      measures: [views, {name: revenue, decimals: 2}]
      interval: PT5M
      detector:
        tags: {team: web}
        dataset:
          offset: 2m
          source:
            s3:
              path: s3://NAME-data/{{yyyyMMdd}}/{{HHmm}}/
              history: s3://shop-data/
      topics:
        - name: NAME-anomalies
          displayName: Shop
          subscribers:
            - {protocol: sqs, endpoint: "arn:aws:sqs:us-east-1:123456789012:oncall", raw: true, filter: {severityClass: [critical]}}
      alerts:
        - name: NAME-oncall
          threshold: 60
          measures: [revenue]
          dimensions: {marketplace: [us, uk]}
          sns: {topic: NAME-anomalies, format: LONG_TEXT}
      """;

  private Shop() {}

  /** The file, with this name for everything. */
  static String file(String name) {
    return FILE.replace("NAME", name);
  }
}
