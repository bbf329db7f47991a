package dev.tidewatch.localaws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that shares no code with the SDK. Its older versions know endpoints only as flags. */
@ExtendWith(LocalAwsExtension.class)
final class AwsCliTest {
  @BeforeAll
  static void needsTheCli() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws")));
    assumeTrue(there, "the AWS CLI is not installed: install 'awscli' to run this");
  }

  @Test
  void publishesFromTopicToQueue(LocalAws aws) throws Exception {
    String sns = aws.endpoints().sns().toString();
    String sqs = aws.endpoints().sqs().toString();
    String topic = run(aws, sns, "sns", "create-topic --name cli --query TopicArn");
    String queue = run(aws, sqs, "sqs", "create-queue --queue-name cli --query QueueUrl");
    run(
        aws,
        sns,
        "sns",
        "subscribe --protocol sqs --notification-endpoint arn:aws:sqs:us-east-1:000000000000:cli"
            + " --topic-arn "
            + topic);
    run(aws, sns, "sns", "publish --message from-the-cli --topic-arn " + topic);

    assertThat(
            run(
                aws,
                sqs,
                "sqs",
                "receive-message --wait-time-seconds 10 --query Messages[0].Body --queue-url "
                    + queue))
        .contains("\"Message\" : \"from-the-cli\"");
  }

  @Test
  void listsBuckets(LocalAws aws) throws Exception {
    String s3 = aws.endpoints().s3().toString();
    run(aws, s3, "s3api", "create-bucket --bucket cli");
    assertThat(run(aws, s3, "s3api", "list-buckets --query Buckets[].Name")).contains("cli");
  }

  @Test
  void asksForRulesRolesAndItself(LocalAws aws) throws Exception {
    String events = aws.endpoints().eventBridge().toString();
    run(aws, events, "events", "put-rule --name cli --schedule-expression cron(0/5)");
    assertThat(run(aws, events, "events", "describe-rule --name cli --query State"))
        .isEqualTo("ENABLED");
    String iam = aws.endpoints().iam().toString();
    run(
        aws,
        iam,
        "iam",
        "create-role --role-name cli --assume-role-policy-document"
            + " {\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}]}");
    assertThat(
            run(
                aws,
                iam,
                "iam",
                "get-role --role-name cli"
                    + " --query Role.AssumeRolePolicyDocument.Statement[0].Action"))
        .isEqualTo("sts:AssumeRole");
    assertThat(
            run(
                aws,
                aws.endpoints().sts().toString(),
                "sts",
                "get-caller-identity --query Account"))
        .isEqualTo("000000000000");
  }

  private static String run(LocalAws aws, String endpoint, String service, String arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("aws", "--endpoint-url", endpoint, "--output", "text", service));
    command.addAll(List.of(arguments.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(aws.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
