package dev.tidewatch.setup.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueuePolicyTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:anomalies";

  private static boolean lets(String effect, String action, String condition) {
    return QueuePolicy.lets(
        """
        {"Statement": [{"Effect": "%s", "Principal": {"Service": "sns.amazonaws.com"},
          "Action": %s, "Resource": "*"%s}]}
        """
            .formatted(effect, action, condition),
        TOPIC);
  }

  private static String source(String arn) {
    return ", \"Condition\": {\"ArnLike\": {\"aws:SourceArn\": " + arn + "}}";
  }

  @Test
  void letsATopicSendThatIsNamed() {
    assertThat(lets("Allow", "\"sqs:SendMessage\"", source("\"" + TOPIC + "\""))).isTrue();
    assertThat(lets("Allow", "[\"SQS:SendMessage\"]", source("[\"x\", \"" + TOPIC + "\"]")))
        .isTrue();
    assertThat(lets("Allow", "\"sqs:*\"", source("\"arn:aws:sns:*:123456789012:*\""))).isTrue();
    assertThat(lets("Allow", "\"sqs:SendMessage\"", "")).isTrue();
  }

  @Test
  void letsNoOtherSend() {
    assertThat(lets("Allow", "\"sqs:SendMessage\"", source("\"" + TOPIC + "-2\""))).isFalse();
    assertThat(lets("Allow", "\"sqs:ReceiveMessage\"", "")).isFalse();
    assertThat(lets("Deny", "\"sqs:SendMessage\"", "")).isFalse();
    assertThat(QueuePolicy.lets("", TOPIC)).isFalse();
    assertThat(QueuePolicy.lets("{", TOPIC)).isFalse();
  }
}
