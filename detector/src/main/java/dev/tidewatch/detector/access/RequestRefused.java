package dev.tidewatch.detector.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is not let in, in AWS's words: what the front answers as it stands. */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;

  private final String error;
  private final int status;
  private final transient @Nullable Caller caller;

  private RequestRefused(String error, int status, String message) {
    this(error, status, message, null);
  }

  private RequestRefused(String error, int status, String message, @Nullable Caller caller) {
    super(message, null, false, false); // expected, and often: without a stack trace
    this.error = error;
    this.status = status;
    this.caller = caller;
  }

  static RequestRefused missingAuthentication() {
    return new RequestRefused(
        "MissingAuthenticationTokenException", FORBIDDEN, "Missing Authentication Token");
  }

  static RequestRefused incompleteSignature(String message) {
    return new RequestRefused("IncompleteSignatureException", FORBIDDEN, message);
  }

  static RequestRefused invalidSignature(String message) {
    return new RequestRefused("InvalidSignatureException", FORBIDDEN, message);
  }

  /** The same for a key that never was, one that was revoked and a token that is not ours. */
  static RequestRefused unrecognizedClient() {
    return new RequestRefused(
        "UnrecognizedClientException",
        FORBIDDEN,
        "The security token included in the request is invalid.");
  }

  static RequestRefused expiredToken() {
    return new RequestRefused(
        "ExpiredTokenException",
        FORBIDDEN,
        "The security token included in the request is expired");
  }

  static RequestRefused accessDenied(Caller caller, String operation, Role needed) {
    return new RequestRefused(
        "AccessDeniedException",
        FORBIDDEN,
        "Access key "
            + caller.keyId()
            + " is not authorized to perform lookoutmetrics:"
            + operation
            + ": its role is "
            + caller.role().label()
            + ", the operation needs "
            + needed.label(),
        caller);
  }

  static RequestRefused tooManyRequests(String message) {
    return new RequestRefused("TooManyRequestsException", TOO_MANY_REQUESTS, message);
  }

  /** Who was refused what his role does not allow; nobody for all other reasons. */
  public Optional<Caller> caller() {
    return Optional.ofNullable(caller);
  }

  /** AWS's name of the error. */
  public String error() {
    return error;
  }

  /** The HTTP status it is answered with. */
  public int status() {
    return status;
  }
}
