package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private final SigningKeys keys = new SigningKeys();
  private final AuthorizationHeader signed = signedOn("20261128");

  private static AuthorizationHeader signedOn(String date) {
    return new AuthorizationHeader(
        "AKIAX", date, "us-east-1", "lookoutmetrics", List.of("host"), "00");
  }

  @Test
  void remembersTodaysKey() {
    assertThat(keys.of(signed, Requests.SECRET, "20261128"))
        .isSameAs(keys.of(signed, Requests.SECRET, "20261128"))
        .isEqualTo(SigningKeys.derive(signed, Requests.SECRET));
  }

  @Test
  void forgetsItWithTheDay() {
    var before = keys.of(signed, Requests.SECRET, "20261128");
    keys.of(signedOn("20261129"), Requests.SECRET, "20261129");
    assertThat(keys.of(signed, Requests.SECRET, "20261128")).isNotSameAs(before).isEqualTo(before);
  }

  @Test
  void remembersNoOtherDaysKey() {
    var before = keys.of(signed, Requests.SECRET, "20261129");
    assertThat(keys.of(signed, Requests.SECRET, "20261129")).isNotSameAs(before).isEqualTo(before);
  }

  @Test
  void derivesAnewWhenTheSecretIsAnother() {
    var before = keys.of(signed, Requests.SECRET, "20261128");
    assertThat(keys.of(signed, Secret.of("other"), "20261128")).isNotEqualTo(before);
  }
}
