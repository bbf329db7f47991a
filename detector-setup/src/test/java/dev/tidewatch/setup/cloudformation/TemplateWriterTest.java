package dev.tidewatch.setup.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.cloudformation.Samples.Sample;
import dev.tidewatch.setup.cloudformation.TemplateWriter.Exported;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateWriterTest {
  private static final Answers NO_ANSWERS = new Answers(Map.of(), Map.of(), Questions.NOBODY);

  static List<Sample> samples() {
    return Samples.ALL;
  }

  private static Blueprint imported(String text) {
    return TemplateImport.of(text, "exported", NO_ANSWERS).read(DetectorExport.ID).blueprint();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsExportedIsImportedAsItWas(Sample sample) {
    Blueprint blueprint = BlueprintFile.read(sample.expected(), sample.name());
    Exported exported = TemplateWriter.write(blueprint);
    assertThat(imported(exported.yaml())).isEqualTo(blueprint);
    assertThat(imported(exported.json())).isEqualTo(blueprint);
  }

  @Test
  void whatTheSchemaHasNoPlaceForGoesToTheMetadataAndComesBack() {
    Blueprint blueprint = BlueprintFile.read(Samples.text("everything.yaml"), "everything.yaml");
    Exported exported = TemplateWriter.write(blueprint);
    assertThat(imported(exported.yaml())).isEqualTo(blueprint);
    assertThat(exported.said())
        .contains(
            "in the metadata of Detector, as CloudFormation's schema has no place for it: Name,"
                + " Activation, Tags, MetricSet",
            "in the metadata of Alertcritical, as CloudFormation's schema has no place for it:"
                + " Tags, AlertFilters, Action");
    assertThat(exported.yaml())
        .startsWith("# AWS accepts no resources of the types AWS::LookoutMetrics::* since 2025")
        .contains("Fn::Sub: arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:everything");
  }

  @Test
  void anAthenaSourceComesBack() {
    Blueprint blueprint =
        BlueprintFile.read(
            """
            name: athena
            timestamp: {column: day, format: yyyy-MM-dd}
            measures: [views]
            interval: P1D
            detector:
              dataset:
                source:
                  athena: {databaseName: shop, tableName: views, dataCatalog: c}
            """,
            "athena.yaml");
    assertThat(imported(TemplateWriter.write(blueprint).yaml())).isEqualTo(blueprint);
  }
}
