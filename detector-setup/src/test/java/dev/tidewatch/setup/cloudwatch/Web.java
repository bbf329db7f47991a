package dev.tidewatch.setup.cloudwatch;

/** The file of a web shop that CloudWatch watches. */
public final class Web {
  private static final String FILE =
      """
      name: NAME
      stream: {name: NAME-live}
      records: {format: JSON}
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [platform, marketplace]
      measures: [views, {name: latency, aggregation: AVG}]
      interval: PT5M
      output: {location: s3://shop-data/NAME}
      topics:
        - name: NAME-anomalies
          subscribers:
            - {protocol: sqs, endpoint: "arn:aws:sqs:us-east-1:123456789012:NAME-oncall"}
      cloudwatch:
        namespace: Shop/NAME
        bands:
          - {measure: views}
          - {measure: latency, dimensions: {platform: app}, width: 3, side: above}
        thresholds:
          - {measure: views, dimensions: {marketplace: us, platform: app}, below: 10}
        lag: {above: 10m}
      """;

  private Web() {}

  /** The file under a name of its own. */
  public static String file(String name) {
    return FILE.replace("NAME", name);
  }
}
