package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

/** A request that an AWS service refuses, told to the client and not to the log. */
public final class AwsException extends RuntimeException {
  private final int status;
  private final String code;

  /**
   * @param status the HTTP status, 400 to 599
   * @param code AWS's name of the error, such as {@code NotFound}
   */
  public AwsException(int status, String code, String message) {
    super(requireNonNull(message, "message"));
    this.status = status;
    this.code = requireNonNull(code, "code");
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("the status of an error is 400 to 599, not " + status);
    }
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** What went wrong; never missing, unlike a message in general. */
  public String text() {
    return requireNonNull(getMessage());
  }
}
