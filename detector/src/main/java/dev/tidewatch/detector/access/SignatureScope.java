package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

/** What signatures must have been made for. */
public record SignatureScope(String region, String service, PathForm pathForm) {
  public SignatureScope {
    requireNonNull(region, "region");
    requireNonNull(service, "service");
    requireNonNull(pathForm, "pathForm");
  }

  /** For Lookout for Metrics in a region, about the path as it was received. */
  public static SignatureScope of(String region) {
    return new SignatureScope(region, "lookoutmetrics", PathForm.AS_RECEIVED);
  }
}
