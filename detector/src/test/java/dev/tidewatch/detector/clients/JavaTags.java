package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/** Tags on all three kinds of resources. */
final class JavaTags {
  private final LookoutMetricsClient client;
  private final Checks checks;

  JavaTags(LookoutMetricsClient client, Checks checks) {
    this.client = client;
    this.checks = checks;
  }

  void tag(String detector, String dataset, String alert) {
    Map.of("detector", detector, "dataset", dataset, "alert", alert).forEach(this::tag);
  }

  private void tag(String kind, String arn) {
    checks.operation(
        "TagResource",
        () -> client.tagResource(r -> r.resourceArn(arn).tags(Map.of("a b", "1", "c/d", "ä+2"))));
    Map<String, String> tags =
        checks.operation(
            "ListTagsForResource",
            () -> client.listTagsForResource(r -> r.resourceArn(arn)).tags());
    checks.operation(
        "UntagResource", () -> client.untagResource(r -> r.resourceArn(arn).tagKeys("a b", "x")));
    checks.check(
        "other",
        "tags of the " + kind,
        () -> {
          assertThat(tags).containsEntry("a b", "1").containsEntry("c/d", "ä+2");
          assertThat(client.listTagsForResource(r -> r.resourceArn(arn)).tags())
              .doesNotContainKey("a b")
              .containsEntry("c/d", "ä+2");
        });
  }
}
