package dev.tidewatch.detector.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.RequestCheck;
import dev.tidewatch.detector.wire.SdkJson;
import dev.tidewatch.detector.wire.ServiceModel;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;

/**
 * Calls of the API from within the server. They are held against the model as those from outside
 * are, so that the same mistakes are told in the same words.
 */
public final class InnerCalls {
  private final ServiceModel model;
  private final RequestCheck check;
  private final Operations operations;

  public InnerCalls(ServiceModel model, Operations operations) {
    this.model = requireNonNull(model, "model");
    this.check = new RequestCheck(model);
    this.operations = requireNonNull(operations, "operations");
  }

  /**
   * @param name of the operation
   * @throws ApiError what is wrong with the request, or what the operation refuses with
   */
  public ObjectNode answer(String name, ObjectNode request, Caller caller) {
    model.operation(name).ifPresent(operation -> check.check(operation, request));
    return operations.answer(name, request, caller);
  }

  /** The same of a request in the SDK's class. */
  public ObjectNode answer(LookoutMetricsRequest request, Caller caller) {
    return answer(Operations.name(request), SdkJson.write(request), caller);
  }
}
