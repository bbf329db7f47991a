package dev.tidewatch.setup.cloudformation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvalidTemplateTest {
  private static final Answers NO_ANSWERS = new Answers(Map.of(), Map.of(), Questions.NOBODY);
  private static final String DETECTOR =
      """
      Parameters:
        Stage: {Type: String, Default: prod, AllowedValues: [prod]}
      Conditions:
        A: !Not [!Condition B]
        B: !Not [!Condition A]
        Odd: !Equals [one]
      Resources:
        D:
          Type: AWS::LookoutMetrics::AnomalyDetector
          Properties:
            AnomalyDetectorName: %s
      """;

  private static final String WHOLE =
      """
            AnomalyDetectorDescription: [a]
            AnomalyDetectorConfig: {AnomalyDetectorFrequency: PT5M}
            MetricSetList:
              - MetricSetName: a
                MetricList: [{MetricName: a, AggregationFunction: SUM}]
                MetricSource: {CloudwatchConfig: {RoleArn: "arn:aws:iam::111122223333:role/a"}}
      """;

  private static void assertProblem(String text, String problem) {
    assertThatThrownBy(() -> TemplateImport.of(text, "t", NO_ANSWERS).read("D"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining(problem);
  }

  private static void assertProblemOfName(String name, String problem) {
    assertProblem(DETECTOR.formatted(name), problem);
  }

  @Test
  void tellsWhatIsNoTemplate() {
    assertProblem("", "the file is empty");
    assertProblem("a: [", "line ");
    assertProblem("{\"a\": }", "line 1: is no JSON");
    assertProblem("{}", "it has no mapping Resources");
    assertProblem("Resources: {A: 1}", "Resources.A (line 1): is no resource");
    assertProblem("[1, 2]", "it has no mapping Resources");
    assertProblem("Resources: &a {X: *a}", "an anchor holds itself");
    assertProblem("Resources: {}\nResources: {}", "line 2: 'Resources' is there twice");
    assertProblem("{\"Resources\": {},\n\"Resources\": {}}", "line 2: 'Resources' is there twice");
    assertProblem("Resources: {}", "Resources.D: is no AWS::LookoutMetrics::AnomalyDetector");
    assertThatThrownBy(() -> TemplateImport.of(Path.of("no-such-file"), NO_ANSWERS))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void tellsExpressionsThatCannotBe() {
    assertProblemOfName("!Ref Nothing", "there is no parameter and no resource Nothing");
    assertProblemOfName("!GetAtt Nothing.Arn", "there is no resource Nothing");
    assertProblemOfName("!GetAtt Nothing", "takes a resource and an attribute");
    assertProblemOfName("!Select [7, [a]]", "Fn::Select takes entry 7 of a list of 1");
    assertProblemOfName("!Join [a]", "Fn::Join takes a list of 2");
    assertProblemOfName("!FindInMap [a, b, c]", "there is no Mappings.a.b.c");
    assertProblemOfName("!If [A, a, b]", "depends on itself");
    assertProblemOfName("!If [Odd, a, b]", "Fn::Equals compares two values");
    assertProblemOfName("!If [Nothing, a, b]", "there is no condition Nothing");
    assertProblemOfName("!Ref AWS::Nothing", "there is no pseudo parameter");
    assertProblemOfName("!Frobnicate x", "only CloudFormation can tell what Fn::Frobnicate gives");
    assertProblemOfName(
        "!Ref AWS::AccountId", "Resources.D.Properties.AnomalyDetectorName (line 11): needs");
    assertProblem(
        DETECTOR.formatted("a") + WHOLE,
        "AnomalyDetectorDescription: is [\"a\"], and should be a text");
    assertProblemOfName("a", "MetricSetList is missing");
  }

  @Test
  void tellsAnswersThatNothingAsksFor() {
    Answers unknown = new Answers(Map.of("Stagge", "x"), Map.of(), Questions.NOBODY);
    assertThatThrownBy(() -> TemplateImport.of(DETECTOR.formatted("a"), "t", unknown).read("D"))
        .hasMessageContaining("--parameter Stagge: the template has no such parameter");
    Answers wrong = new Answers(Map.of("Stage", "x"), Map.of(), Questions.NOBODY);
    assertThatThrownBy(
            () -> TemplateImport.of(DETECTOR.formatted("!Ref Stage"), "t", wrong).read("D"))
        .hasMessageContaining("'x' is no value of the parameter Stage");
    TemplateImport unused =
        TemplateImport.of(
            DETECTOR.formatted("a"),
            "t",
            new Answers(Map.of(), Map.of("Role.Arn", "x"), Questions.NOBODY));
    assertThatThrownBy(unused::checkAnswers).hasMessageContaining("--set Role.Arn");
  }
}
