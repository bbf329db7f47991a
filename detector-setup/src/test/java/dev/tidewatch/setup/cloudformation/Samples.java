package dev.tidewatch.setup.cloudformation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates of the tests, with the answers each needs. */
final class Samples {
  private static final Map<String, String> PLACE =
      Map.of(
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "111122223333",
          "AWS::StackName", "shop");
  private static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:AmazonLookoutMetrics-orders-x";

  static final List<Sample> ALL =
      List.of(
          new Sample("shop-alerts.yaml", "Detector", Map.of(), Map.of()),
          new Sample("joined.json", "Traffic", PLACE, Map.of()),
          new Sample("conditional.yaml", "Orders", Map.of(), Map.of()),
          new Sample(
              "backtest.json",
              "Backtest",
              Map.of("HistoryBucket", "past", "RoleArn", "arn:aws:iam::111122223333:role/reader"),
              Map.of()),
          new Sample(
              "cloudwatch.yaml",
              "Gateway",
              Map.of(),
              Map.of("ImportValue.cloudwatch-reader-arn", "arn:aws:iam::111122223333:role/reader")),
          new Sample(
              "rds.json",
              "RdsDetector",
              Map.of(),
              Map.of(
                  "Database.Endpoint.Address", "orders.example.com",
                  "Database.Endpoint.Port", "5432",
                  "Password", SECRET,
                  "Group.GroupId", "sg-7")),
          new Sample("redshift.yaml", "Warehouse", Map.of(), Map.of()),
          new Sample("appflow.json", "Leads", Map.of(), Map.of()),
          new Sample("stack-names.yaml", "Web", PLACE, Map.of()),
          new Sample(
              "secrets.json",
              "Payments",
              Map.of(
                  "AWS::Region", "us-east-1",
                  "AWS::AccountId", "111122223333",
                  "Bucket", "payments-data"),
              Map.of(
                  "Key.Arn",
                  "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
                  "Resources.Payments.Properties.MetricSetList[0].MetricSetName",
                  "payments")));

  private Samples() {}

  /**
   * A template.
   *
   * @param detector the logical id of the detector in question
   */
  record Sample(
      String name, String detector, Map<String, String> parameters, Map<String, String> values) {
    Answers answers() {
      return new Answers(parameters, values, Questions.NOBODY);
    }

    String text() {
      return Samples.text(name);
    }

    String expected() {
      return Samples.text("expected/" + name.replaceFirst("\\..*", "") + ".yaml");
    }

    TemplateImport open() {
      return TemplateImport.of(text(), name, answers());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static String text(String name) {
    try (InputStream file =
        Optional.ofNullable(Samples.class.getResourceAsStream("/cloudformation/" + name))
            .orElseThrow(() -> new IllegalStateException("no " + name))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
