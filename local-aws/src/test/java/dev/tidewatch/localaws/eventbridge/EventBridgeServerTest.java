package dev.tidewatch.localaws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Calls;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

final class EventBridgeServerTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:t";
  private static final String ALARMS = "{\"source\":[\"aws.cloudwatch\"]}";

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final EventBridgeServer server =
      EventBridgeServer.start(
          new EventBridgeServer.Options(
              0,
              "us-east-1",
              "000000000000",
              InstantSource.fixed(Instant.parse("2026-11-20T10:05:00Z")),
              (arn, message) -> messages.add(message),
              new Calls()));
  private EventBridgeClient client;

  @BeforeEach
  void connect() {
    client =
        EventBridgeClient.builder()
            .endpointOverride(server.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void keepsRules() {
    String arn =
        client
            .putRule(
                r -> r.name("alarms").eventPattern(ALARMS).description("d").tags(tag("a", "1")))
            .ruleArn();
    client.putRule(r -> r.name("hourly").scheduleExpression("rate(1 hour)"));

    assertThat(arn).isEqualTo("arn:aws:events:us-east-1:000000000000:rule/alarms");
    DescribeRuleResponse rule = client.describeRule(r -> r.name("alarms"));
    assertThat(rule.eventPattern()).isEqualTo(ALARMS);
    assertThat(rule.description()).isEqualTo("d");
    assertThat(rule.state()).isEqualTo(RuleState.ENABLED);
    assertThat(client.listRules(r -> r.namePrefix("h")).rules())
        .extracting(Rule::name)
        .containsExactly("hourly");
    client.tagResource(r -> r.resourceARN(arn).tags(tag("b", "2")));
    client.untagResource(r -> r.resourceARN(arn).tagKeys("a"));
    assertThat(client.listTagsForResource(r -> r.resourceARN(arn)).tags())
        .containsExactly(tag("b", "2"));
    assertThatThrownBy(() -> client.describeRule(r -> r.name("none")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.putRule(r -> r.name("x").eventPattern("{\"a\":1}")))
        .isInstanceOf(InvalidEventPatternException.class);
    assertThatThrownBy(() -> client.putRule(r -> r.name("x")))
        .hasMessageContaining("must be specified");
  }

  @Test
  void deletesNoRuleThatHasTargets() {
    client.putRule(r -> r.name("alarms").eventPattern(ALARMS));
    client.putTargets(r -> r.rule("alarms").targets(target("1")));
    assertThat(client.listRuleNamesByTarget(r -> r.targetArn(TOPIC)).ruleNames())
        .containsExactly("alarms");
    assertThatThrownBy(() -> client.deleteRule(r -> r.name("alarms")))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            refused ->
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));

    client.removeTargets(r -> r.rule("alarms").ids("1"));
    client.deleteRule(r -> r.name("alarms"));
    client.deleteRule(r -> r.name("alarms"));
    assertThat(client.listRules(r -> {}).rules()).isEmpty();
  }

  @Test
  void takesFiveTargets() {
    client.putRule(r -> r.name("alarms").eventPattern(ALARMS));
    client.putTargets(
        r ->
            r.rule("alarms")
                .targets(target("1"), target("2"), target("3"), target("4"), target("5")));
    assertThatThrownBy(() -> client.putTargets(r -> r.rule("alarms").targets(target("6"))))
        .isInstanceOf(LimitExceededException.class);
    assertThat(client.listTargetsByRule(r -> r.rule("alarms")).targets()).hasSize(5);
  }

  @Test
  void givesTargetsTheEventInTheShapeTheyWant() {
    client.putRule(r -> r.name("alarms").eventPattern(ALARMS));
    client.putTargets(
        r ->
            r.rule("alarms")
                .targets(
                    target("1"),
                    target("2").toBuilder().input("\"fixed\"").build(),
                    target("3").toBuilder().inputPath("$.detail.state").build(),
                    transformed("4", "\"Alarm <name> is <state> by <aws.events.rule-name>\""),
                    transformed("5", "{\"name\": <name>, \"state\": <all>, \"none\": \"<no>\"}")));
    put("aws.cloudwatch", "{\"alarmName\":\"a \\\"b\\\"\",\"state\":{\"value\":\"ALARM\"}}");
    put("other", "{}");

    assertThat(messages).hasSize(5);
    assertThat(messages.get(0))
        .contains("\"detail-type\":\"t\"")
        .contains("\"time\":\"2026-11-20T10:05:00Z\"")
        .contains("\"resources\":[\"r\"]");
    assertThat(messages.get(1)).isEqualTo("\"fixed\"");
    assertThat(messages.get(2)).isEqualTo("{\"value\":\"ALARM\"}");
    assertThat(messages.get(3)).isEqualTo("\"Alarm a \\\"b\\\" is ALARM by alarms\"");
    assertThat(messages.get(4))
        .isEqualTo("{\"name\": \"a \\\"b\\\"\", \"state\": {\"value\":\"ALARM\"}, \"none\": \"\"}");
  }

  @Test
  void sendsNothingByRulesThatAreOff() {
    client.putRule(r -> r.name("alarms").eventPattern(ALARMS));
    client.putTargets(r -> r.rule("alarms").targets(target("1")));
    client.disableRule(r -> r.name("alarms"));
    put("aws.cloudwatch", "{}");
    assertThat(messages).isEmpty();
    client.enableRule(r -> r.name("alarms"));
    put("aws.cloudwatch", "{}");
    assertThat(messages).hasSize(1);
  }

  @Test
  void tellsWhichEventsAreBroken() {
    PutEventsResponse answer =
        client.putEvents(r -> r.entries(entry("s", "no json"), entry("s", "{}")));
    assertThat(answer.failedEntryCount()).isEqualTo(1);
    assertThat(answer.entries().get(0).errorCode()).isEqualTo("MalformedDetail");
    assertThat(answer.entries().get(1).eventId()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"detail\":{\"state\":{\"value\":[\"ALARM\"]}}}                | true",
        "{\"detail\":{\"state\":{\"value\":[\"OK\"]}}}                   | false",
        "{\"detail\":{\"alarmName\":[{\"prefix\":\"shop-\"}]}}           | true",
        "{\"detail\":{\"alarmName\":[{\"anything-but\":[\"shop-x\"]}]}}  | true",
        "{\"detail\":{\"alarmName\":[{\"wildcard\":\"*-rev*\"}]}}        | true",
        "{\"detail\":{\"alarmName\":[{\"wildcard\":\"rev*\"}]}}          | false",
        "{\"detail\":{\"score\":[{\"numeric\":[\">\",80,\"<=\",90]}]}}   | true",
        "{\"detail\":{\"score\":[{\"numeric\":[\"<\",80]}]}}             | false",
        "{\"detail\":{\"score\":[{\"exists\":true}]}}                    | true",
        "{\"detail\":{\"none\":[{\"exists\":false}]}}                    | true",
        "{\"detail\":{\"none\":{\"deeper\":[{\"exists\":false}]}}}       | true",
        "{\"resources\":[\"r1\"]}                                        | true",
        "{\"source\":[\"a\"],\"$or\":[{\"id\":[\"1\"]},{\"id\":[\"2\"]}]}| true",
        "{\"source\":[\"b\"]}                                            | false",
      })
  void matchesPatterns(String pattern, boolean fits) {
    String event =
        "{\"id\":\"1\",\"account\":\"0\",\"source\":\"a\",\"time\":\"2026-11-20T10:05:00Z\","
            + "\"region\":\"us-east-1\",\"resources\":[\"r1\",\"r2\"],\"detail-type\":\"t\","
            + "\"detail\":{\"alarmName\":\"shop-revenue\",\"score\":86.78,"
            + "\"state\":{\"value\":\"ALARM\"}}}";
    assertThat(client.testEventPattern(r -> r.eventPattern(pattern).event(event)).result())
        .isEqualTo(fits);
  }

  private void put(String source, String detail) {
    client.putEvents(r -> r.entries(entry(source, detail)));
  }

  private static PutEventsRequestEntry entry(String source, String detail) {
    return PutEventsRequestEntry.builder()
        .source(source)
        .detailType("t")
        .detail(detail)
        .resources("r")
        .build();
  }

  private static Target target(String id) {
    return Target.builder().id(id).arn(TOPIC).build();
  }

  private static Target transformed(String id, String template) {
    return target(id).toBuilder()
        .inputTransformer(
            t ->
                t.inputPathsMap(
                        Map.of(
                            "name", "$.detail.alarmName",
                            "state", "$.detail.state.value",
                            "all", "$.detail.state",
                            "no", "$.detail.none"))
                    .inputTemplate(template))
        .build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
