package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request with one thing wrong.
 *
 * @param field the name the answer must give
 * @param what what was done to it, for the reader of a failure
 */
public record Breakage(String operation, ObjectNode request, String field, String what) {

  @Override
  public String toString() {
    return operation + ": " + field + " " + what;
  }
}
