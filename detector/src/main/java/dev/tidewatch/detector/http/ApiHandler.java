package dev.tidewatch.detector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.RequestRefused;
import dev.tidewatch.detector.access.SignedRequest;
import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.OperationModel;
import dev.tidewatch.detector.wire.RequestCheck;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one operation: gate, parser, check, operation; and says in the log how it went. */
final class ApiHandler implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  private final OperationModel operation;
  private final Operations operations;
  private final Admission admission;
  private final RequestCheck check;
  private final RequestMetrics metrics;
  private final AuditDesk audit;

  ApiHandler(
      OperationModel operation,
      Operations operations,
      Admission admission,
      RequestCheck check,
      RequestMetrics metrics,
      AuditDesk audit) {
    this.operation = operation;
    this.operations = operations;
    this.admission = admission;
    this.check = check;
    this.metrics = metrics;
    this.audit = audit;
  }

  @Override
  public void handle(Context context) {
    ApiAnswer answer = new ApiAnswer(context);
    RequestMetrics.Running running = metrics.begin(operation.name());
    AuditDesk.Call call = audit.begin(operation.name(), context, answer.requestId());
    Caller caller = null;
    try {
      SignedRequest request = RequestReader.read(context.req());
      caller = admission.admit(request, operation.name(), context.req().getRemoteAddr());
      call.by(caller);
      ObjectNode document = RequestDocument.of(operation, request);
      call.asks(document);
      check.check(operation, document);
      ObjectNode answered = operations.answer(operation.name(), document, caller);
      call.succeeded(answered);
      answer.succeed(operation.status(), answered);
    } catch (ApiError refusal) {
      call.refused(refusal);
      answer.refuse(refusal);
    } catch (RequestRefused refusal) {
      ApiError error = refused(refusal);
      refusal.caller().ifPresent(call::by);
      call.refused(error);
      answer.refuse(error);
    } catch (IOException e) {
      answer.refuse(ApiError.refused("RequestTimeoutException", 408, "The body did not arrive."));
    } catch (RuntimeException e) {
      LOG.error("{} failed, request id {}", operation.name(), answer.requestId(), e);
      ApiError error = ApiError.internal(answer.requestId());
      call.refused(error);
      answer.refuse(error);
    } finally {
      running.end(answer.status());
      AccessLog.write(operation.name(), answer, running.elapsed(), keyId(caller));
    }
  }

  private static ApiError refused(RequestRefused refusal) {
    return ApiError.refused(
        refusal.error(), refusal.status(), Objects.requireNonNull(refusal.getMessage()));
  }

  private static String keyId(@Nullable Caller caller) {
    return caller == null ? "-" : caller.keyId();
  }
}
