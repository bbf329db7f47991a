package dev.tidewatch.detector.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.access.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTrustTest {
  private static final ProxyTrust TRUST =
      new ProxyTrust(
          "X-User", Set.of("10.0.0.7", "::1"), Set.of(), Set.of(), Optional.of(Role.VIEWER));

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.7", "::ffff:10.0.0.7", "::1", "[::1]", "0:0:0:0:0:0:0:1", "[0::1]"})
  void anAddressIsTheSameHoweverItIsWritten(String address) {
    assertThat(TRUST.visitor(address, "vera")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.70", "10.0.0.8", "::2", "127.0.0.1"})
  void anotherAddressIsNotBelieved(String address) {
    assertThat(TRUST.visitor(address, "vera")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "proxy.example.com", "10.0.0.300", "10.0.0.0/8", "", "beef"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> ProxyTrust.address(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'%s' is no address such as 10.0.0.7 or ::1", text);
  }

  @Test
  void namesHoldNothingThatBreaksALine() {
    assertThat(TRUST.visitor("10.0.0.7", "vera\n")).isEmpty();
    assertThat(TRUST.visitor("10.0.0.7", "v".repeat(129))).isEmpty();
    assertThat(TRUST.visitor("10.0.0.7", "vera@example.com")).isPresent();
  }
}
