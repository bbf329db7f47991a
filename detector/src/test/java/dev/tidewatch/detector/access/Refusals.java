package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a request was refused with. */
final class Refusals {
  private Refusals() {}

  static RequestRefused of(ThrowingCallable call) {
    RequestRefused refusal = catchThrowableOfType(RequestRefused.class, call);
    if (refusal == null) {
      throw new AssertionError("was let in");
    }
    return refusal;
  }
}
