package dev.tidewatch.detector.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceModelTest {
  private final ServiceModel model = ServiceModel.load();

  @Test
  void knowsThirtyOperations() {
    assertThat(model.operations()).hasSize(30);
    assertThat(model.operation("createAlert")).isEmpty();
  }

  @Test
  void knowsWhereATagIsTakenAway() {
    assertThat(model.operation("UntagResource"))
        .hasValueSatisfying(
            untag -> {
              assertThat(untag.method()).isEqualTo("DELETE");
              assertThat(untag.path()).isEqualTo("/tags/{resourceArn}");
              assertThat(untag.status()).isEqualTo(204);
              assertThat(untag.errors())
                  .containsExactlyInAnyOrder(
                      "InternalServerException",
                      "ResourceNotFoundException",
                      "ValidationException");
            });
  }

  @Test
  void errorsHaveTheStatusOfTheModel() {
    Map<String, Integer> ours =
        Arrays.stream(ErrorType.values())
            .collect(Collectors.toMap(ErrorType::wireName, ErrorType::status));

    assertThat(model.errorStatuses()).hasSize(7);
    assertThat(ours).containsAllEntriesOf(model.errorStatuses());
  }
}
