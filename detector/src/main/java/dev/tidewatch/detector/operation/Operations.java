package dev.tidewatch.detector.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.SdkJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Operations by name: documents in and out, the SDK's classes in between. */
public final class Operations {
  private static final String REQUEST = "Request";

  private final Map<String, Documents> operations;

  private Operations(Map<String, Documents> operations) {
    this.operations = Map.copyOf(operations);
  }

  /** An operation seen from outside. */
  @FunctionalInterface
  private interface Documents {
    ObjectNode answer(ObjectNode request, Caller caller);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Set<String> names() {
    return operations.keySet();
  }

  /**
   * Answers a request whose form was checked before.
   *
   * @throws ApiError what the operation refuses with, or that there is none of this name
   */
  public ObjectNode answer(String name, ObjectNode request, Caller caller) {
    Documents operation = operations.get(name);
    if (operation == null) {
      throw ApiError.unknownOperation("This server does not answer " + name + ".");
    }
    return operation.answer(request, caller);
  }

  /** What the model calls the operation of a request: all classes are named after theirs. */
  static String name(LookoutMetricsRequest request) {
    String type = request.getClass().getSimpleName();
    return type.substring(0, type.length() - REQUEST.length());
  }

  /** Collects operations; each is named by its request's class. */
  public static final class Builder {
    private final Map<String, Documents> operations = new HashMap<>();

    private Builder() {}

    /** Such as {@code add(CreateAlertRequest::builder, this::createAlert)}. */
    public <I extends LookoutMetricsRequest, O extends LookoutMetricsResponse> Builder add(
        Supplier<? extends SdkBuilder<?, I>> request, Operation<I, O> operation) {
      String name = name(request.get().build());
      Documents before =
          operations.put(
              name,
              (document, caller) ->
                  SdkJson.write(operation.answer(SdkJson.read(document, request), caller)));
      if (before != null) {
        throw new IllegalArgumentException(name + " is answered twice");
      }
      return this;
    }

    public Operations build() {
      return new Operations(operations);
    }
  }
}
