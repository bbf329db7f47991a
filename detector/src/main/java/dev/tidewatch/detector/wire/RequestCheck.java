package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;

/**
 * Holds a request against the model: required members, types, lengths, bounds, sizes, patterns and
 * enums. The SDKs send nearly everything unchecked (contract, section 3.5), so this is the check.
 */
public final class RequestCheck {
  private final ServiceModel model;

  public RequestCheck(ServiceModel model) {
    this.model = model;
  }

  /**
   * Passes a request that keeps to the model.
   *
   * @param input the members under their names in the document, those of path and query too
   * @throws ApiError a ValidationException that names every mistake
   */
  public void check(OperationModel operation, ObjectNode input) {
    Mistakes mistakes = new Mistakes();
    model.input(operation).check(input, "", mistakes);
    List<ValidationExceptionField> fields = mistakes.fields();
    if (!fields.isEmpty()) {
      throw ApiError.validation(fields);
    }
  }
}
