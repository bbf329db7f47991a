package dev.tidewatch.endtoend.policy;

import java.util.List;

/** A role of a stack: what is not allowed is denied. */
record Role(String name, List<Statement> statements) {
  boolean allows(Request request) {
    boolean denied =
        statements.stream().anyMatch(each -> each.effect().equals("Deny") && each.applies(request));
    return !denied
        && statements.stream()
            .anyMatch(each -> each.effect().equals("Allow") && each.applies(request));
  }
}
