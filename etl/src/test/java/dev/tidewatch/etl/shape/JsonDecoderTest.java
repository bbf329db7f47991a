package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.shape.FieldValues.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {
  private static final List<String> FIELDS =
      List.of("time", "user.country", "user.device.os", "amount", "n");

  /** The long form: {@code -Dtest.jvm.args=-Dtidewatch.fuzz.json=2000000}. */
  private static final int CASES = Integer.getInteger("tidewatch.fuzz.json", 100_000);

  private final JsonScanner scanner = new JsonScanner(JsonFields.of(FIELDS));
  private final JacksonDecoder jackson = new JacksonDecoder(JsonFields.of(FIELDS));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"time\":\"12:00\",\"user\":{\"country\":\"uk\",\"device\":{\"os\":\"ios\"}},\"amount\":1.5,\"n\":7}",
        "{ \"n\" : -0.5e+3 , \"amount\" : null , \"other\" : [1,{\"x\":[]},\"]}\",true] }\r",
        "{\"user\":{\"other\":{\"a\":{}},\"country\":\"é東😀\"},\"time\":true}",
        "{}",
        "{\"n\":\"\"}",
        "\t{\"amount\":false,\"amount2\":{\"amount\":1}}"
      })
  void theScannerReadsPlainRecords(String json) {
    assertThat(scan(json)).isPresent().hasValue(decode(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":1,\"n\":2}",
        "{\"user\":{},\"user\":{}}",
        "{\"a\\u006dount\":1}",
        "{\"time\":\"a\\nb\"}",
        "{\"time\":\"a\u0001b\"}",
        "{\"user\":5}",
        "{\"amount\":[1]}",
        "{\"amount\":01}",
        "{\"amount\":NaN}",
        "{\"amount\":1} {}",
        "{\"amount\":1,}",
        "{\"amount\" 1}",
        "{\"amount\":tru}",
        "[]",
        "{\"x\":{\"y\":1]}",
        "{\"x\":",
        "{"
      })
  void theScannerLeavesOddRecordsToJackson(String json) {
    assertThat(scan(json)).isEmpty();
  }

  @Test
  void bothSayTheSameOfRandomRecords() {
    RandomJson json = new RandomJson(new Random(42));
    int plain = 0;
    for (int i = 0; i < CASES; i++) {
      String text = json.record();
      var scanned = scan(text);
      if (scanned.isPresent()) {
        plain++;
        assertThat(scanned.get()).as(text).isEqualTo(decode(text));
      }
    }
    assertThat(plain).isGreaterThan(CASES / 10);
  }

  @Test
  void refusesAFieldInsideAnother() {
    assertThatThrownBy(() -> JsonFields.of(List.of("a.b", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the field 'a' cannot be read");
    assertThatThrownBy(() -> JsonFields.of(List.of("a", "a.b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the field 'a.b' cannot be read");
  }

  private java.util.Optional<String> scan(String json) {
    FieldValues values = new FieldValues(FIELDS.size());
    byte[] data = padded(json);
    boolean plain = scanner.scan(data, 1, data.length - 1, values);
    return plain ? java.util.Optional.of(describe(values)) : java.util.Optional.empty();
  }

  private String decode(String json) {
    FieldValues values = new FieldValues(FIELDS.size());
    byte[] data = padded(json);
    try {
      jackson.decode(data, 1, data.length - 1, values);
      return describe(values);
    } catch (UnusableRecordException e) {
      return e.reason() + " " + e.detail();
    }
  }

  /** What stands around a record must not matter. */
  private static byte[] padded(String json) {
    return ("1" + json + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static String describe(FieldValues values) {
    StringBuilder text = new StringBuilder();
    for (int field = 0; field < FIELDS.size(); field++) {
      text.append(FIELDS.get(field)).append('=').append(values.kind(field));
      if (values.kind(field) != Kind.ABSENT) {
        text.append(
            new String(
                values.source(field),
                values.start(field),
                values.end(field) - values.start(field),
                StandardCharsets.UTF_8));
      }
      text.append(';');
    }
    return text.toString();
  }
}
