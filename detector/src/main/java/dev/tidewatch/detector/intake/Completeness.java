package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

/**
 * What is known about an interval being complete, from the manifest our own job writes after it.
 */
public sealed interface Completeness {

  /**
   * All of the interval's rows are in this object.
   *
   * @param rows how many
   * @param sha256 of the object's bytes, in lower-case hexadecimal
   */
  record Complete(S3Address object, long rows, String sha256) implements Completeness {
    public Complete {
      requireNonNull(object, "object");
      requireNonNull(sha256, "sha256");
    }
  }

  /** Nothing happened in the interval. */
  record EmptyByRight() implements Completeness {}

  /**
   * There is no manifest.
   *
   * @param expected whether the job writes manifests, so that one may still come
   */
  record Unknown(boolean expected) implements Completeness {}
}
