package dev.tidewatch.detector.alerting.message;

import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.series.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contents for tests. */
final class Samples {
  static final String ARN = "arn:aws:lookoutmetrics:us-east-1:123456789012:";
  static final String GROUP = "60359687-afb8-4c46-af3d-aea03614a53f";

  private Samples() {}

  /** The facts of the contract's example. */
  static AlertContent ofTheContract() {
    Instant start = Instant.parse("2026-11-20T10:05:00Z");
    return new AlertContent(
        EventKind.OPENED,
        ARN + "Alert:ecommerce-sns:event/" + GROUP,
        new AlertLabel("ecommerce-sns", ARN + "Alert:ecommerce-sns", "SNS alert", 70),
        new DetectorLabel("ecommerce-5m", ARN + "AnomalyDetector:ecommerce-5m", ZoneId.of("UTC")),
        new Period(start, start, start.plusSeconds(300), true),
        new ToldAnomaly(
            GROUP,
            "revenue",
            86.78,
            378.6,
            900,
            800,
            1000,
            List.of(
                new Contribution("marketplace", "it", 65.8),
                new Contribution("marketplace", "fr", 24.2),
                new Contribution("platform", "pc_web", 88)),
            2,
            21,
            List.of(
                new ToldSeries(
                    "d488c9...", dimensions("marketplace", "it", "platform", "pc_web"), 148.5, 400),
                new ToldSeries(
                    "950fea...",
                    dimensions("marketplace", "fr", "platform", "pc_web"),
                    230.1,
                    500)),
            List.of()),
        null,
        "https://us-east-1.console.aws.amazon.com/lookoutmetrics/home?region=us-east-1#"
            + ARN
            + "AnomalyDetector:ecommerce-5m/anomalies/anomaly/"
            + GROUP,
        "http://host/a/60359687");
  }

  /** The example of the console's design. */
  static AlertContent ofTheConsole(EventKind kind) {
    Instant start = Instant.parse("2026-11-20T17:00:00Z");
    return new AlertContent(
        kind,
        ARN + "Alert:oncall:event/" + GROUP,
        new AlertLabel("oncall", ARN + "Alert:oncall", null, 70),
        new DetectorLabel(
            "ecommerce-live", ARN + "AnomalyDetector:ecommerce-live", ZoneId.of("Europe/Berlin")),
        new Period(start, start.plusSeconds(300), start.plusSeconds(600), kind != EventKind.ENDED),
        anomaly("revenue", "uk", 1),
        null,
        "https://host/d/ecommerce-live/a/" + GROUP,
        "http://host/a/60359687");
  }

  static ToldAnomaly anomaly(String measure, String value, int series) {
    return new ToldAnomaly(
        GROUP,
        measure,
        91.4,
        4210,
        10873,
        9800,
        11900,
        List.of(
            new Contribution("marketplace", value, 95),
            new Contribution("platform", "mobile_app", 88),
            new Contribution("platform", "pc_web", 12)),
        series,
        21,
        List.of(
            new ToldSeries(
                "c0ffee", dimensions("marketplace", value, "platform", "mobile_app"), 4210, 10873)),
        List.of(
            new ToldCause("checkout_errors", 64, Duration.ofMinutes(5), Direction.ABOVE, 78.2)));
  }

  /** All names and values out of one foreign text. */
  static AlertContent hostile(EventKind kind, String text, ToldAnomaly anomaly) {
    AlertContent plain = ofTheConsole(kind);
    return new AlertContent(
        kind,
        plain.eventId(),
        new AlertLabel("oncall", ARN + "Alert:oncall", text, 70),
        plain.detector(),
        plain.period(),
        anomaly,
        null,
        plain.link(),
        plain.shortLink());
  }

  static AlertContent gap(EventKind kind) {
    AlertContent plain = ofTheConsole(EventKind.OPENED);
    Instant start = plain.period().start();
    return new AlertContent(
        kind,
        ARN + "Alert:oncall:event/data-missing-" + start,
        plain.alert(),
        plain.detector(),
        new Period(
            start, start.plusSeconds(600), start.plusSeconds(900), kind == EventKind.DATA_MISSING),
        null,
        new DataGap(3, kind == EventKind.DATA_BACK ? "" : "no file\r\nSubject: evil"),
        "https://host/d/ecommerce-live/quality",
        "https://host/d/ecommerce-live/quality");
  }

  static Map<String, String> dimensions(String... pairs) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      dimensions.put(pairs[i], pairs[i + 1]);
    }
    return dimensions;
  }
}
