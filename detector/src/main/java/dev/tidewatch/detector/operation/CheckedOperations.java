package dev.tidewatch.detector.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.RequestCheck;
import dev.tidewatch.detector.wire.SdkJson;
import dev.tidewatch.detector.wire.ServiceModel;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;

/** The operations for callers within the server: requests are checked as those from outside are. */
public final class CheckedOperations {
  private static final String SUFFIX = "Request";

  private final ServiceModel model;
  private final RequestCheck check;
  private final Operations operations;

  public CheckedOperations(ServiceModel model, Operations operations) {
    this.model = requireNonNull(model, "model");
    this.check = new RequestCheck(model);
    this.operations = requireNonNull(operations, "operations");
  }

  /**
   * Answers a request by its class.
   *
   * @throws ApiError what the form of the request, or the operation, is refused with
   */
  public ObjectNode answer(LookoutMetricsRequest request, Caller caller) {
    String type = request.getClass().getSimpleName();
    String name = type.substring(0, type.length() - SUFFIX.length());
    ObjectNode document = SdkJson.write(request);
    check.check(
        model
            .operation(name)
            .orElseThrow(() -> new IllegalArgumentException("no operation " + name)),
        document);
    return operations.answer(name, document, caller);
  }
}
