package dev.tidewatch.deploy.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Takes the place of the network under an SDK's client: notes what the client would send, byte for
 * byte as it has made it, and answers each request with an empty document. Used by one client, one
 * call at a time.
 */
public final class RequestRecorder implements SdkHttpClient, ExecutionInterceptor {
  private static final Set<String> TOLD = Set.of("content-type", "x-amz-target");

  private final List<RecordedRequest> recorded = new ArrayList<>();
  private String service = "";
  private String operation = "";

  /** The requests so far. */
  public List<RecordedRequest> recorded() {
    return List.copyOf(recorded);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    SdkHttpRequest http = request.httpRequest();
    recorded.add(
        new RecordedRequest(
            service, operation, http.method().name(), http.getUri(), headers(http), body(request)));
    return new Answer();
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private static Map<String, String> headers(SdkHttpRequest http) {
    Map<String, String> told = new TreeMap<>();
    http.forEachHeader(
        (name, values) -> {
          if (TOLD.contains(name.toLowerCase(Locale.ROOT))) {
            told.put(name, String.join(",", values));
          }
        });
    return told;
  }

  /** Documents whole; of files how long they are. */
  private static String body(HttpExecuteRequest request) {
    SdkHttpRequest http = request.httpRequest();
    boolean document =
        http.firstMatchingHeader("Content-Type").filter(type -> type.contains("json")).isPresent();
    if (!document) {
      return http.firstMatchingHeader("x-amz-decoded-content-length")
          .map(length -> length + " bytes")
          .orElse("");
    }
    try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Answer implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() {
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(
              AbortableInputStream.create(
                  new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
          .build();
    }

    @Override
    public void abort() {
      // Nothing runs.
    }
  }
}
