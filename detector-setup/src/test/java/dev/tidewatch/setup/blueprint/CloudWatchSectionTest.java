package dev.tidewatch.setup.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Side;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudWatchSectionTest {
  private static final String FILE =
      """
      name: shop
      stream: {name: live}
      records: {format: JSON}
      timestamp: {column: time, format: yyyy-MM-dd HH:mm:ss, zone: Europe/Berlin}
      dimensions: [platform, marketplace]
      measures: [views, {name: latency, aggregation: AVG}]
      interval: PT5M
      output: {location: s3://shop-data/csv}
      topics: [{name: anomalies}]
      """;

  private static CloudWatchBlueprint read(String section) {
    return BlueprintFile.read(FILE + section, "shop.yaml").cloudWatch();
  }

  @Test
  void hasDefaultsForAFileWithoutIt() {
    CloudWatchBlueprint usual = read("");
    assertThat(usual.namespace()).isEqualTo("Tidewatch/shop");
    assertThat(usual.dimensionSets())
        .containsExactlyInAnyOrder(
            Set.of(), Set.of("platform"), Set.of("marketplace"), Set.of("platform", "marketplace"));
    assertThat(usual.alarms())
        .extracting(alarm -> alarm.series().text())
        .containsExactly("views", "latency");
    assertThat(usual.alarms())
        .allSatisfy(
            alarm -> {
              assertThat(((Band) alarm).width()).isEqualTo(2);
              assertThat(((Band) alarm).side()).isEqualTo(Side.BOTH);
            });
    assertThat(usual.evaluation())
        .isEqualTo(new Evaluation(Duration.ofMinutes(5), 2, 1, "missing"));
    assertThat(usual.learning().zone()).isEqualTo("Europe/Berlin");
    assertThat(usual.learning().excluded()).isEmpty();
    assertThat(usual.ingestBelow()).contains(1.0);
    assertThat(usual.lagAbove()).contains(Duration.ofMinutes(5));
    assertThat(usual.topic()).contains("anomalies");
    assertThat(usual.messages()).isEqualTo(Messages.BOTH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "namespace: AWS/Kinesis | 'AWS/Kinesis' is no namespace of CloudWatch",
        "publish: [[colour]] | 'colour' is no dimension",
        "band: 0 | '0.0' is no width",
        "band: wide | is no number",
        "bands: [{measure: clicks}] | 'clicks' is no measure",
        "bands: [{measure: views, dimensions: {colour: red}}] | 'colour' is no dimension",
        "bands: [{measure: views, side: left}] | 'left' is no side",
        "bands: [{measure: views}, {measure: views}] | two alarms of a kind are on views",
        "thresholds: [{measure: views}] | has no limit",
        "thresholds: [{measure: views, above: .inf}] | is no number",
        "evaluationPeriods: 400 | '400' is not from 1 to 288",
        "datapointsToAlarm: 9 | datapointsToAlarm is 1 to evaluationPeriods, which is 2, not 9",
        "missingData: bad | 'bad' is no way to treat missing data",
        "excluded: [{from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z'}] | 'from' is before 'to'",
        "excluded: [{from: yesterday, to: '2026-01-01T00:00:00Z'}] | 'yesterday' is no instant",
        "ingest: true | says no limit",
        "lag: {above: 0m} | '0m' is no duration",
        "topic: others | 'others' is no topic of this file",
        "messages: loud | 'loud' is no shape of messages",
        "colour: red | 'colour' is no key here"
      })
  void tellsMistakesAtTheirPlace(String line, String message) {
    assertThatThrownBy(() -> read("cloudwatch:\n  " + line + "\n"))
        .isInstanceOf(InvalidYamlFile.class)
        .hasMessageContaining(message);
  }

  @Test
  void knowsNoStreamWhereThereIsNone() {
    String file =
        """
        name: files
        measures: [views]
        interval: P1D
        timestamp: {column: time, format: yyyy-MM-dd HH:mm:ss}
        detector: {dataset: {source: {s3: {path: "s3://b-1/{{yyyyMMdd}}/"}}}}
        cloudwatch: {ingest: {below: 3}}
        """;
    assertThatThrownBy(() -> BlueprintFile.read(file, "files.yaml"))
        .hasMessageContaining("the file has no stream");
    assertThat(
            BlueprintFile.read(file.replace("ingest: {below: 3}", ""), "files.yaml")
                .cloudWatch()
                .ingestBelow())
        .isEmpty();
  }

  @Test
  void saysHowLongAlarmsMayLookBack() {
    assertThatThrownBy(
            () ->
                BlueprintFile.read(
                    FILE.replace("PT5M", "P1D") + "cloudwatch: {evaluationPeriods: 8}\n",
                    "shop.yaml"))
        .hasMessageContaining("evaluationPeriods together last at most 7 days: 7 intervals, not 8");
  }
}
