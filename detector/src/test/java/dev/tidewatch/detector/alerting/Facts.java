package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.alerting.message.AlertLabel;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/** Rules, groups and declared alerts for tests. */
final class Facts {
  static final Instant START = Instant.parse("2026-11-20T17:00:00Z");
  static final ResourceNames NAMES =
      new ResourceNames(new Account("aws", "us-east-1", "000000000000"));
  static final ConsoleLinks LINKS = new ConsoleLinks("https://host/");
  private static final String ROLE = "arn:aws:iam::000000000000:role/x";
  static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:oncall";

  private Facts() {}

  static AlertRule rule(int threshold, Set<String> measures, List<DimensionFilter> filters) {
    return new AlertRule(
        1,
        new AlertLabel("oncall", NAMES.alert("oncall"), null, threshold),
        new Recipient(AlertType.SNS, SnsFormat.JSON, TOPIC, "role"),
        new AlertCondition(threshold, measures, filters));
  }

  static GroupChange change(long number, double severity, boolean open) {
    Scope scope = new Scope(Map.of("marketplace", "uk"));
    Peak peak = new Peak(START, 4210, 10873, 9800, 11900);
    FoundGroup group =
        new FoundGroup(
            FoundGroup.idOf(1, "revenue", number),
            1,
            "revenue",
            number,
            START,
            START,
            START,
            severity,
            severity,
            open,
            scope,
            peak,
            List.of(
                new Contribution("marketplace", "uk", 91),
                new Contribution("marketplace", "de", 9)),
            1);
    return new GroupChange(
        Optional.empty(),
        group,
        List.of(new FoundSeries(0, scope, severity, peak, Trouble.OUTLIER)),
        List.of());
  }

  /** Detector 1 with an alert per format, from id 1. */
  static void declare(Handle handle, int threshold, String... formats) {
    handle.execute(
        "INSERT INTO detector (id, name, frequency, status, created, modified)"
            + " VALUES (1, 'shop', 'PT5M', 'ACTIVE', 0, 0)");
    handle.execute("INSERT INTO progress VALUES (1, 'CONTINUOUS', 0, 0, 0, 0, NULL, 0)");
    for (int i = 0; i < formats.length; i++) {
      declareTopic(handle, "alert-" + (i + 1), threshold, TOPIC + "-" + formats[i], formats[i]);
    }
  }

  static void declareTopic(Handle handle, String name, int threshold, String topic, String format) {
    declareAlert(
        handle,
        name,
        threshold,
        "SNS",
        "{\"SNSConfiguration\":{\"RoleArn\":\"%s\",\"SnsTopicArn\":\"%s\",\"SnsFormat\":\"%s\"}}"
            .formatted(ROLE, topic, format));
  }

  static void declareFunction(Handle handle, String name, int threshold, String function) {
    declareAlert(
        handle,
        name,
        threshold,
        "LAMBDA",
        "{\"LambdaConfiguration\":{\"RoleArn\":\"%s\",\"LambdaArn\":\"%s\"}}"
            .formatted(ROLE, function));
  }

  private static void declareAlert(
      Handle handle, String name, int threshold, String type, String action) {
    handle.execute(
        "INSERT INTO alert (detector, name, threshold, type, status, action, created, modified)"
            + " VALUES (1, ?, ?, ?, 'ACTIVE', ?, 0, 0)",
        name,
        threshold,
        type,
        action);
  }
}
