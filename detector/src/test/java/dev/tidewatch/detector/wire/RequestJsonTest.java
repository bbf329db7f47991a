package dev.tidewatch.detector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {

  @Test
  void anEmptyBodyIsAnEmptyObject() {
    assertThat(RequestJson.parse(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "[]",
        "null",
        "5",
        "{",
        "{}{}",
        "{} x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1e999}",
        "{\"a\":[-1e999]}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "\uFEFF{}",
        "{\"a\":\"\n\"}"
      })
  void refusesWhatIsNotOneStrictObject(String body) {
    assertCannotParse(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertCannotParse(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
    assertCannotParse("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void readsSixtyFourLevelsAndNoMore() {
    assertThat(RequestJson.parse(levels(64))).hasSize(1);
    assertCannotParse(levels(65));
    assertCannotParse(levels(100_000));
  }

  @Test
  void saysWhereTheMistakeIs() {
    ApiError refused = refusal("{\"a\":1,\n\"a\":2}".getBytes(StandardCharsets.UTF_8));

    assertThat(refused.getMessage()).contains("Duplicate field 'a'").contains("(line 2, column 4)");
  }

  private static byte[] levels(int levels) {
    return ("{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertCannotParse(byte[] body) {
    ApiError refused = refusal(body);
    assertThat(refused).isNotNull();
    assertThat(refused.type()).isEqualTo("ValidationException");
    assertThat(refused.body().get("Reason").asText()).isEqualTo("CANNOT_PARSE");
  }

  private static ApiError refusal(byte[] body) {
    return catchThrowableOfType(ApiError.class, () -> RequestJson.parse(body));
  }
}
