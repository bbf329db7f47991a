package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.aws.ErrorText;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class UserErrorsTest {
  @Test
  void saysInAFewWordsWhatIsMissing() {
    assertThat(told("Unable to load region from any of the providers in the chain a.b.C@5460cf3a"))
        .startsWith("no AWS region is set");
    assertThat(told("Unable to load credentials from any of the providers in the chain a.b.C@1"))
        .startsWith("no AWS credentials were found");
    assertThat(told("something else")).isEqualTo("something else");
  }

  private static String told(String message) {
    return ErrorText.of(SdkClientException.create(message));
  }
}
