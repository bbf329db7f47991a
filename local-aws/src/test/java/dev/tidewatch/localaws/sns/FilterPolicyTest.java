package dev.tidewatch.localaws.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.AwsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterPolicyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"k\":[\"de\",\"fr\"]}                            | fr       | true",
        "{\"k\":[\"de\",\"fr\"]}                            | it       | false",
        "{\"k\":[{\"prefix\":\"mob\"}]}                     | mobile   | true",
        "{\"k\":[{\"prefix\":\"mob\"}]}                     | web      | false",
        "{\"k\":[{\"suffix\":\"_web\"}]}                    | pc_web   | true",
        "{\"k\":[{\"equals-ignore-case\":\"UK\"}]}          | uk       | true",
        "{\"k\":[{\"anything-but\":[\"de\",\"fr\"]}]}       | fr       | false",
        "{\"k\":[{\"anything-but\":[\"de\",\"fr\"]}]}       | it       | true",
        "{\"k\":[{\"anything-but\":{\"prefix\":\"test-\"}}]}| test-1   | false",
        "{\"k\":[{\"anything-but\":{\"prefix\":\"test-\"}}]}| live-1   | true",
        "{\"k\":[{\"exists\":true}]}                        | any      | true",
        "{\"k\":[{\"exists\":false}]}                       | any      | false",
        "{\"k\":[{\"prefix\":\"a\"},\"b\"]}                 | b        | true",
        "{\"k\":[70]}                                       | 70       | false",
      })
  void judgesATextAttribute(String policy, String value, boolean accepted) {
    assertThat(onAttributes(policy, Map.of("k", new MessageAttribute("String", value))))
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"k\":[70]}                                   | 70.0 | true",
        "{\"k\":[\"70\"]}                               | 70   | false",
        "{\"k\":[{\"numeric\":[\"=\",70]}]}             | 7e1  | true",
        "{\"k\":[{\"numeric\":[\">\",0,\"<=\",150]}]}   | 150  | true",
        "{\"k\":[{\"numeric\":[\">\",0,\"<=\",150]}]}   | 0    | false",
        "{\"k\":[{\"numeric\":[\">\",0,\"<=\",150]}]}   | 151  | false",
        "{\"k\":[{\"anything-but\":[1,2]}]}             | 3    | true",
      })
  void judgesANumberAttribute(String policy, String value, boolean accepted) {
    assertThat(onAttributes(policy, Map.of("k", new MessageAttribute("Number", value))))
        .isEqualTo(accepted);
  }

  @Test
  void isContentWithOneElementOfAnArray() {
    MessageAttribute array = new MessageAttribute("String.Array", "[\"de\",\"it\",7]");
    assertThat(onAttributes("{\"k\":[\"it\"]}", Map.of("k", array))).isTrue();
    assertThat(onAttributes("{\"k\":[7]}", Map.of("k", array))).isTrue();
    assertThat(onAttributes("{\"k\":[\"fr\"]}", Map.of("k", array))).isFalse();
  }

  @Test
  void wantsEveryNamedAttribute() {
    String policy = "{\"a\":[\"1\"],\"b\":[\"2\"]}";
    MessageAttribute one = new MessageAttribute("String", "1");
    MessageAttribute two = new MessageAttribute("String", "2");
    assertThat(onAttributes(policy, Map.of("a", one, "b", two))).isTrue();
    assertThat(onAttributes(policy, Map.of("a", one))).isFalse();
    assertThat(onAttributes("{\"c\":[{\"exists\":false}]}", Map.of("a", one))).isTrue();
  }

  @Test
  void takesOneOfSeveralAlternatives() {
    String policy = "{\"$or\":[{\"a\":[\"1\"]},{\"b\":[\"2\"]}]}";
    assertThat(onAttributes(policy, Map.of("b", new MessageAttribute("String", "2")))).isTrue();
    assertThat(onAttributes(policy, Map.of("b", new MessageAttribute("String", "3")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"metric\":{\"name\":[\"revenue\"]}}                | true",
        "{\"metric\":{\"name\":[\"views\"]}}                  | false",
        "{\"score\":[{\"numeric\":[\">=\",86.78]}]}           | true",
        "{\"series\":{\"value\":[\"it\"]}}                    | true",
        "{\"series\":{\"value\":[\"de\"]}}                    | false",
        "{\"description\":[null]}                             | true",
        "{\"description\":[{\"exists\":false}]}               | false",
      })
  void judgesTheBody(String policy, boolean accepted) {
    String body =
        "{\"score\":86.78,\"description\":null,\"metric\":{\"name\":\"revenue\"},"
            + "\"series\":[{\"value\":\"it\"},{\"value\":\"fr\"}]}";
    assertThat(FilterPolicy.parse(policy, FilterPolicy.Scope.BODY).acceptsBody(body))
        .isEqualTo(accepted);
  }

  @Test
  void letsNoBodyThroughThatIsNotJson() {
    FilterPolicy policy = FilterPolicy.parse("{\"a\":[\"1\"]}", FilterPolicy.Scope.BODY);
    assertThat(policy.acceptsBody("plain text")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "not json",
        "{\"a\":\"not an array\"}",
        "{\"a\":[]}",
        "{\"a\":{\"nested\":[\"x\"]}}",
        "{\"a\":[{\"wildcard\":\"x*\"}]}",
        "{\"a\":[{\"prefix\":1}]}",
        "{\"a\":[{\"numeric\":[\">\"]}]}",
        "{\"a\":[{\"numeric\":[\"~\",1]}]}",
        "{\"a\":[{\"exists\":\"yes\"}]}",
      })
  void refusesWhatIsNoPolicyForAttributes(String policy) {
    assertThatThrownBy(() -> FilterPolicy.parse(policy, FilterPolicy.Scope.ATTRIBUTES))
        .isInstanceOf(AwsException.class)
        .hasMessageContaining("Invalid parameter: FilterPolicy");
  }

  private static boolean onAttributes(String policy, Map<String, MessageAttribute> attributes) {
    return FilterPolicy.parse(policy, FilterPolicy.Scope.ATTRIBUTES).acceptsAttributes(attributes);
  }
}
