package dev.tidewatch.localaws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.localaws.protocol.Calls;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients older than the JSON protocol send, such as version 2.9 of the AWS CLI. */
final class SqsQueryProtocolTest {
  private static SqsServer server;

  @BeforeAll
  static void start() {
    server =
        SqsServer.start(
            new SqsServer.Options(
                0, "us-east-1", "000000000000", InstantSource.system(), new Calls()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void takesAMessageFromSendingToDeleting() throws Exception {
    String url =
        element(
            "QueueUrl",
            post(
                "CreateQueue",
                "QueueName",
                "q",
                "Attribute.1.Name",
                "VisibilityTimeout",
                "Attribute.1.Value",
                "60"));
    String sent =
        post(
            "SendMessage",
            "QueueUrl",
            url,
            "MessageBody",
            "a <b> & c",
            "MessageAttribute.1.Name",
            "severity",
            "MessageAttribute.1.Value.DataType",
            "Number",
            "MessageAttribute.1.Value.StringValue",
            "87");
    assertThat(element("MD5OfMessageAttributes", sent)).hasSize(32);

    String received =
        post(
            "ReceiveMessage",
            "QueueUrl",
            url,
            "AttributeName.1",
            "ApproximateReceiveCount",
            "MessageAttributeName.1",
            "All");
    assertThat(received)
        .contains("<Body>a &lt;b&gt; &amp; c</Body>")
        .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>")
        .contains(
            "<MessageAttribute><Name>severity</Name><Value><DataType>Number</DataType>"
                + "<StringValue>87</StringValue></Value></MessageAttribute>");

    String deleted =
        post(
            "DeleteMessageBatch",
            "QueueUrl",
            url,
            "DeleteMessageBatchRequestEntry.1.Id",
            "one",
            "DeleteMessageBatchRequestEntry.1.ReceiptHandle",
            element("ReceiptHandle", received));
    assertThat(deleted)
        .contains("<DeleteMessageBatchResultEntry><Id>one</Id></DeleteMessageBatchResultEntry>");
    assertThat(post("GetQueueAttributes", "QueueUrl", url, "AttributeName.1", "All"))
        .contains("<Name>VisibilityTimeout</Name><Value>60</Value>")
        .contains("<Name>ApproximateNumberOfMessagesNotVisible</Name><Value>0</Value>");
  }

  @Test
  void namesErrorsInTheOldWay() throws Exception {
    HttpResponse<String> answer = send("GetQueueUrl", "QueueName", "nowhere");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(element("Code", answer.body())).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
  }

  private static String post(String action, String... parameters) throws Exception {
    HttpResponse<String> answer = send(action, parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> send(String action, String... parameters) throws Exception {
    StringBuilder form = new StringBuilder("Action=" + action + "&Version=2012-11-05");
    for (int name = 0; name < parameters.length; name += 2) {
      form.append('&').append(parameters[name]).append('=');
      form.append(URLEncoder.encode(parameters[name + 1], UTF_8));
    }
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.endpoint() + "/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build(),
            BodyHandlers.ofString());
  }

  private static String element(String name, String xml) {
    Matcher found = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
    assertThat(found.find()).as("%s in %s", name, xml).isTrue();
    return found.group(1);
  }
}
