package dev.tidewatch.setup.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:t";

  private final PolicyText text = new PolicyText(new Names("shop", Sky.ME), TOPIC);

  @Test
  void letsCloudWatchPublishForTheAlarmsOfTheFileAlone() throws JsonProcessingException {
    JsonNode expected =
        JSON.readTree(
            """
            {"Sid": "tidewatch-shop-cloudwatch-alarms", "Effect": "Allow",
             "Principal": {"Service": "cloudwatch.amazonaws.com"},
             "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:123456789012:t",
             "Condition": {
               "ArnLike": {
                 "aws:SourceArn": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:tidewatch/shop/*"},
               "StringEquals": {"aws:SourceAccount": "123456789012"}}}
            """);
    assertThat(text.statements(Messages.ACTION).values()).singleElement().isEqualTo(expected);
  }

  @Test
  void putsNoConditionOnEventBridgeWhichNamesNoSource() {
    assertThat(text.statements(Messages.EVENT).values())
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.at("/Principal/Service").asText())
                  .isEqualTo("events.amazonaws.com");
              assertThat(statement.has("Condition")).isFalse();
            });
  }

  @Test
  void keepsTheStatementsOfOthers() throws JsonProcessingException {
    String others =
        "{\"Version\":\"2008-10-17\",\"Statement\":{\"Sid\":\"theirs\",\"Effect\":\"Deny\"}}";
    String with = text.with(others, text.statements(Messages.BOTH));
    assertThat(text.ours(with)).hasSize(2);
    assertThat(JSON.readTree(with).path("Version").asText()).isEqualTo("2008-10-17");
    JsonNode without = JSON.readTree(text.with(with, Map.of()));
    assertThat(without.path("Statement")).hasSize(1);
    assertThat(without.at("/Statement/0/Sid").asText()).isEqualTo("theirs");
  }

  @Test
  void leavesANewTopicToItsAccount() throws JsonProcessingException {
    JsonNode policy = JSON.readTree(text.with("", text.statements(Messages.BOTH)));
    assertThat(policy.at("/Statement/0/Condition/StringEquals/AWS:SourceOwner").asText())
        .isEqualTo("123456789012");
    assertThat(policy.path("Statement")).hasSize(3);
  }
}
