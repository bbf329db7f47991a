package dev.tidewatch.detector.wire;

import java.util.Set;

/**
 * One of the 30 operations, as appendix A.5 of the contract lists it.
 *
 * @param name such as {@code CreateAlert}
 * @param method POST, or GET and DELETE for tags
 * @param path {@code /CreateAlert} or {@code /tags/{resourceArn}}
 * @param status the HTTP status of success
 * @param input the name of the request's shape
 * @param output the name of the answer's shape
 * @param errors the exceptions it may answer with
 */
public record OperationModel(
    String name,
    String method,
    String path,
    int status,
    String input,
    String output,
    Set<String> errors) {

  public OperationModel {
    errors = Set.copyOf(errors);
  }
}
