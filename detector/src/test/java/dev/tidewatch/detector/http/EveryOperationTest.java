package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.wire.ModelDocument;
import dev.tidewatch.detector.wire.ModelExamples;
import dev.tidewatch.detector.wire.SdkClasses;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsResponse;

class EveryOperationTest {
  private static final ModelDocument MODEL = ModelDocument.read();
  private static TestServer server;
  private static LookoutMetricsClient client;

  @BeforeAll
  static void start() {
    server = new TestServer();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  static List<String> operations() {
    return MODEL.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theSdkIsUnderstoodAndUnderstands(String operation) throws Exception {
    ModelExamples examples = new ModelExamples(MODEL, operation.hashCode());
    SdkPojo request =
        SdkClasses.read(operation + "Request", examples.example(MODEL.input(operation)));
    SdkPojo response =
        SdkClasses.read(operation + "Response", examples.example(MODEL.output(operation)));
    server.answer = (name, asked) -> (LookoutMetricsResponse) response;

    Object answered =
        LookoutMetricsClient.class
            .getMethod(method(operation), request.getClass())
            .invoke(client, request);

    LookoutMetricsRequest received = server.requests.poll();
    assertThat(received).isInstanceOf(request.getClass());
    assertThat(received.equalsBySdkFields(request)).as("%s is %s", received, request).isTrue();
    assertThat(((SdkPojo) answered).equalsBySdkFields(response))
        .as("%s is %s", answered, response)
        .isTrue();
    LookoutMetricsResponse answer = (LookoutMetricsResponse) answered;
    assertThat(answer.sdkHttpResponse().statusCode())
        .isEqualTo(MODEL.operation(operation).get("http").path("responseCode").asInt(200));
    assertThat(answer.responseMetadata().requestId()).hasSize(36);
  }

  private static String method(String operation) {
    return operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
  }
}
