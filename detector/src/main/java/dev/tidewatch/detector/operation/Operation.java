package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.access.Caller;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsResponse;

/**
 * What one of the 30 operations does. The request keeps to the model's form when it comes here;
 * whether it makes sense is for the operation to say, with an {@link
 * dev.tidewatch.detector.wire.ApiError}.
 */
@FunctionalInterface
public interface Operation<I extends LookoutMetricsRequest, O extends LookoutMetricsResponse> {
  O answer(I request, Caller caller);
}
