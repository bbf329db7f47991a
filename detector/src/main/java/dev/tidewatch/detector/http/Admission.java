package dev.tidewatch.detector.http;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.SignedRequest;

/** Who decides whether a request is let in: {@code RequestGate::admit}. */
@FunctionalInterface
public interface Admission {
  /**
   * The caller of a request that is let in.
   *
   * @throws dev.tidewatch.detector.access.RequestRefused when it is not
   */
  Caller admit(SignedRequest request, String operation, String remoteAddress);
}
