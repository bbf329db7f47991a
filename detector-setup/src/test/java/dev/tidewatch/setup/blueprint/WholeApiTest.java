package dev.tidewatch.setup.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/** Nothing of the API is out of the file's reach, and nothing of a file is lost in writing it. */
class WholeApiTest {
  private static final String OTHER_SOURCE =
      """
      name: shop
      measures: [views]
      interval: PT1H
      detector:
        activation: none
        dataset: {timezone: Europe/Berlin, source: SOURCE}
      """;
  private static final String VPC =
      "vpcConfiguration: {subnetIdList: [subnet-1, subnet-2], securityGroupIdList: [sg-1]}";
  private static final String DATABASE =
      "databaseHost: db.example.com, databasePort: 5432, databaseName: shop, tableName: sales,"
          + " secretManagerArn: arn:aws:secretsmanager:us-east-1:123456789012:secret:"
          + "AmazonLookoutMetrics-shop, roleArn: arn:aws:iam::123456789012:role/reader, "
          + VPC;

  /** Files that use every key there is. */
  static Stream<String> files() {
    return Stream.of(
        BlueprintMistake.GOOD,
        BlueprintMistake.GOOD
            .replaceAll(
                "(?s)csv:\n.*?topics:", "json: {compression: GZIP, charset: UTF-8}\ntopics:")
            .replace("activation: continuous", "activation: none")
            .replace("topic: anomalies\n", "topic: arn:aws:sns:us-east-1:123456789012:anomalies\n")
            .replace("quote: \"'\"", "quote: ''"),
        other(
            "{cloudwatch: {roleArn: arn:aws:iam::123456789012:role/reader,"
                + " backTestConfiguration: {runBackTestMode: true}}}"),
        other(
            "{athena: {roleArn: arn:aws:iam::123456789012:role/reader, databaseName: shop,"
                + " dataCatalog: AwsDataCatalog, tableName: sales, workGroupName: primary,"
                + " s3ResultsPath: s3://results/x, backTestConfiguration: {runBackTestMode: false}}}"),
        other("{rds: {dbInstanceIdentifier: shop-db, " + DATABASE + "}}"),
        other("{redshift: {clusterIdentifier: shop-dw, " + DATABASE + "}}"),
        other("{appflow: {roleArn: arn:aws:iam::123456789012:role/reader, flowName: shop}}"));
  }

  private static String other(String source) {
    return OTHER_SOURCE.replace("SOURCE", source);
  }

  @Test
  void everyFieldCanBeSaid() {
    Set<String> said = new TreeSet<>();
    files()
        .map(file -> BlueprintFile.read(file, "all.yaml"))
        .forEach(
            blueprint -> {
              said.addAll(filled(blueprint.detector()));
              said.addAll(filled(blueprint.dataset()));
              blueprint.alerts().forEach(alert -> said.addAll(filled(alert.request())));
            });
    Set<String> all = new TreeSet<>();
    all.addAll(fields(CreateAnomalyDetectorRequest.builder().build(), ""));
    all.addAll(fields(CreateMetricSetRequest.builder().build(), ""));
    all.addAll(fields(CreateAlertRequest.builder().build(), ""));
    all.remove("AnomalyDetectorArn"); // known once the detector is there
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(said).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsWrittenReadsAsItWas(String file) {
    Blueprint blueprint = BlueprintFile.read(file, "all.yaml");
    String written = BlueprintWriter.write(blueprint);
    assertThat(BlueprintFile.read(written, "written.yaml")).isEqualTo(blueprint);
    assertThat(BlueprintWriter.write(BlueprintFile.read(written, "written.yaml")))
        .isEqualTo(written);
  }

  @Test
  void textsThatYamlWouldTakeForSomethingElseAreKept() {
    String file =
        BlueprintMistake.GOOD
            .replace(
                "[us, uk]",
                "['true', '1.0', 'null', ' ', 'a: b', '#', '2026-01-01', \"\\u00e9\\n\"]")
            .replace("a shop", "'{not: a mapping}'")
            .replace("[critical]", "[{numeric: ['>=', 90.5]}, null, true]");
    Blueprint blueprint = BlueprintFile.read(file, "odd.yaml");
    assertThat(BlueprintFile.read(BlueprintWriter.write(blueprint), "written.yaml"))
        .isEqualTo(blueprint);
  }

  /** The paths of all fields of a class of the SDK, down to texts and numbers. */
  private static List<String> fields(SdkPojo pojo, String above) {
    List<String> fields = new ArrayList<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      SdkField<?> inner = element(field);
      String path = above + field.memberName();
      if (inner.constructor() == null) {
        fields.add(path);
      } else {
        fields.addAll(fields(inner.constructor().get(), path + "."));
      }
    }
    return fields;
  }

  private static SdkField<?> element(SdkField<?> field) {
    SdkField<?> inner = field;
    while (inner.containsTrait(ListTrait.class)) {
      inner = inner.getTrait(ListTrait.class).memberFieldInfo();
    }
    return inner;
  }

  private static Set<String> filled(SdkPojo pojo) {
    Set<String> filled = new TreeSet<>();
    collect(pojo, "", filled);
    return filled;
  }

  private static void collect(SdkPojo pojo, String above, Set<String> filled) {
    for (SdkField<?> field : pojo.sdkFields()) {
      collectValue(field.getValueOrDefault(pojo), above + field.memberName(), filled);
    }
  }

  private static void collectValue(Object value, String path, Set<String> filled) {
    if (value instanceof SdkPojo inner) {
      collect(inner, path + ".", filled);
    } else if (value instanceof List<?> list) {
      list.forEach(entry -> collectValue(entry, path, filled));
    } else if (value instanceof Map<?, ?> map ? !map.isEmpty() : value != null) {
      filled.add(path);
    }
  }
}
