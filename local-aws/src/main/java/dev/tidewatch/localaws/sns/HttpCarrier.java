package dev.tidewatch.localaws.sns;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts messages with AWS's headers. */
final class HttpCarrier implements Carrier {
  private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(15);
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIME_TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public void carry(Outgoing message) throws DeliveryFailed {
    int status = post(message);
    if (status / 100 == 5 || status == TOO_MANY_REQUESTS) {
      throw DeliveryFailed.forNow("the endpoint answered " + status);
    }
    if (status / 100 != 2) {
      throw DeliveryFailed.forGood("the endpoint answered " + status);
    }
  }

  private int post(Outgoing message) throws DeliveryFailed {
    try {
      HttpResponse<Void> answer = client.send(request(message), BodyHandlers.discarding());
      return answer.statusCode();
    } catch (IOException unreachable) {
      throw DeliveryFailed.forNow("the endpoint cannot be reached: " + unreachable);
    } catch (IllegalArgumentException unusable) {
      throw DeliveryFailed.forGood("the endpoint is no address: " + unusable.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw DeliveryFailed.forGood("the server stopped");
    }
  }

  private static HttpRequest request(Outgoing message) {
    Subscription to = message.subscription();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.endpoint()))
            .timeout(TIME_TO_ANSWER)
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("User-Agent", "Amazon Simple Notification Service Agent")
            .header("x-amz-sns-message-type", message.type().awsName())
            .header("x-amz-sns-message-id", message.messageId())
            .header("x-amz-sns-topic-arn", to.topicArn());
    if (message.type() != MessageType.SUBSCRIPTION_CONFIRMATION) {
      request.header("x-amz-sns-subscription-arn", to.arn());
    }
    if (message.raw()) {
      request.header("x-amz-sns-rawdelivery", "true");
    }
    return request.POST(BodyPublishers.ofString(message.body())).build();
  }
}
