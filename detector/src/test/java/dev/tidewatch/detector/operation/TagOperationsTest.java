package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class TagOperationsTest extends LookoutTest {
  private String detector;
  private List<String> resources;

  @BeforeEach
  void createResources() {
    detector = lookout.createDetector("shop");
    String dataset = lookout.createMetricSet(detector);
    String alert =
        client
            .createAlert(
                request ->
                    request.alertName("mail").anomalyDetectorArn(detector).action(Examples.SNS))
            .alertArn();
    resources = List.of(detector, dataset, alert);
  }

  @Test
  void tagsEveryKindOfResourceByItself() {
    for (String arn : resources) {
      tag(arn, Map.of("k 1", arn, "Größe", "東京", "e", ""));
    }
    for (String arn : resources) {
      assertThat(tags(arn))
          .containsOnly(Map.entry("k 1", arn), Map.entry("Größe", "東京"), Map.entry("e", ""));
    }
    assertThat(client.listAnomalyDetectors(all -> {}).anomalyDetectorSummaryList().get(0).tags())
        .containsEntry("k 1", detector);
    assertThat(client.listMetricSets(request -> {}).metricSetSummaryList().get(0).tags())
        .containsEntry("k 1", resources.get(1));
    assertThat(client.listAlerts(request -> {}).alertSummaryList().get(0).tags())
        .containsEntry("k 1", resources.get(2));
  }

  @Test
  void changesValuesAndRemovesKeys() {
    for (String arn : resources) {
      tag(arn, Map.of("a", "1", "k/2=+@", "2"));
      tag(arn, Map.of("a", "3"));
      client.untagResource(request -> request.resourceArn(arn).tagKeys("k/2=+@", "never"));
      assertThat(tags(arn)).containsExactly(Map.entry("a", "3"));
    }
  }

  @Test
  void tellsKeysApartByCase() {
    tag(detector, Map.of("a", "1", "A", "2"));
    assertThat(tags(detector)).containsOnly(Map.entry("a", "1"), Map.entry("A", "2"));
  }

  @Test
  void refusesTheFiftyFirstTag() {
    tag(detector, numbered(1, 50));
    tag(detector, Map.of("key-1", "again"));
    assertThatThrownBy(() -> tag(detector, Map.of("key-51", "x")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("there would be 51 tags, more than the 50");
    assertThat(tags(detector)).hasSize(50);
  }

  @Test
  void refusesTagsThatBreakTheRules() {
    assertThatThrownBy(() -> tag(detector, Map.of("aws:cloudformation:stack-name", "x")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("reserved");
    assertThatThrownBy(() -> tag(detector, Map.of("what?", "x")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("letters, digits, spaces");
    assertThatThrownBy(() -> tag(detector, Map.of("k".repeat(129), "x")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void findsNoTagsOfWhatDoesNotExist() {
    for (String arn :
        List.of(
            lookout.names.detector("other"),
            lookout.names.metricSet("shop", "other"),
            lookout.names.alert("other"),
            detector.replace("us-east-1", "eu-west-1"),
            detector.replace("123456789012", "210987654321"))) {
      assertThatThrownBy(() -> tags(arn)).isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(() -> tag(arn, Map.of("a", "b")))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(
              () -> client.untagResource(request -> request.resourceArn(arn).tagKeys("a")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private static void tag(String arn, Map<String, String> tags) {
    client.tagResource(request -> request.resourceArn(arn).tags(tags));
  }

  private static Map<String, String> tags(String arn) {
    return client.listTagsForResource(request -> request.resourceArn(arn)).tags();
  }

  private static Map<String, String> numbered(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "key-" + i)
        .collect(Collectors.toMap(Function.identity(), key -> "x"));
  }
}
