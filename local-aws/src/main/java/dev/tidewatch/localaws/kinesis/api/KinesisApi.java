package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.fault.Fault;
import dev.tidewatch.localaws.kinesis.fault.Faults;
import dev.tidewatch.localaws.kinesis.http.HttpHandler;
import dev.tidewatch.localaws.kinesis.http.HttpRequest;
import dev.tidewatch.localaws.kinesis.http.HttpResponse;
import dev.tidewatch.localaws.kinesis.http.HttpResponse.Delivery;
import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an HTTP request to the operation it names, and back. */
public final class KinesisApi implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(KinesisApi.class);
  private static final String TARGET_PREFIX = "Kinesis_20131202.";
  private static final Set<String> RECORD_OPERATIONS =
      Set.of("PutRecord", "PutRecords", "GetRecords");

  private final Faults faults;
  private final BiConsumer<String, String> onCall;
  private final Map<String, Operation> operations = new HashMap<>();

  /**
   * @param retention of new streams
   * @param maxRecordBytes of new streams
   * @param onCall hears of the operation of each request, and of the stream it names or an empty
   *     text, before it is served
   */
  public KinesisApi(
      StreamCatalog catalog,
      Faults faults,
      InstantSource clock,
      Duration retention,
      int maxRecordBytes,
      BiConsumer<String, String> onCall) {
    this.faults = faults;
    this.onCall = onCall;
    operations.putAll(new StreamOperations(catalog, retention, maxRecordBytes).byName());
    operations.putAll(new TagOperations(catalog).byName());
    operations.putAll(new ShardOperations(catalog, clock).byName());
    operations.putAll(new PutOperations(catalog, faults, clock).byName());
    operations.putAll(new ReadOperations(catalog, faults, clock).byName());
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    WireFormat format = WireFormat.of(request.header("Content-Type").orElse(""));
    try {
      HttpResponse answer = response(format, 200, format.write(answer(format, request)));
      return answer.delivered(delivery());
    } catch (KinesisException e) {
      return error(format, e);
    } catch (RuntimeException e) {
      LOG.error("A request could not be answered: {}", request.header("X-Amz-Target"), e);
      return error(format, new KinesisException(ErrorCode.INTERNAL_FAILURE, e.toString()));
    }
  }

  private Answer answer(WireFormat format, HttpRequest request) {
    if (request.header("Authorization").filter(value -> !value.isBlank()).isEmpty()) {
      throw new KinesisException(
          ErrorCode.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }
    String name = operationName(request);
    Operation operation =
        Optional.ofNullable(operations.get(name)).orElseThrow(() -> unknown(name));
    ApiRequest fields = new ApiRequest(format, format.read(request.body()));
    onCall.accept(name, fields.optionalStreamName().orElse(""));
    strikeBefore(name);
    return operation.answer(fields);
  }

  private static String operationName(HttpRequest request) {
    String target = request.header("X-Amz-Target").orElse("");
    if (!request.method().equals("POST") || !target.startsWith(TARGET_PREFIX)) {
      throw unknown(target);
    }
    return target.substring(TARGET_PREFIX.length());
  }

  private static KinesisException unknown(String name) {
    return new KinesisException(
        ErrorCode.UNKNOWN_OPERATION, "The operation '" + name + "' is not known here.");
  }

  private void strikeBefore(String operation) {
    if (faults.strikes(Fault.INTERNAL_ERROR)) {
      throw new KinesisException(ErrorCode.INTERNAL_FAILURE, "Internal failure.");
    }
    if (!RECORD_OPERATIONS.contains(operation) && faults.strikes(Fault.THROTTLED_CONTROL_CALL)) {
      throw new KinesisException(ErrorCode.LIMIT_EXCEEDED, "Rate exceeded.");
    }
  }

  private Delivery delivery() {
    if (faults.strikes(Fault.LOST_RESPONSE)) {
      return Delivery.LOST;
    }
    return faults.strikes(Fault.CUT_RESPONSE) ? Delivery.CUT : Delivery.WHOLE;
  }

  private static HttpResponse error(WireFormat format, KinesisException error) {
    Answer body =
        out ->
            out.text("__type", error.code().awsName())
                .text("message", String.valueOf(error.getMessage()));
    return response(format, error.code().status(), format.write(body));
  }

  private static HttpResponse response(WireFormat format, int status, byte[] body) {
    return new HttpResponse(
        status,
        Map.of("Content-Type", format.contentType(), "x-amzn-RequestId", requestId()),
        body);
  }

  private static String requestId() {
    return UUID.randomUUID().toString();
  }
}
