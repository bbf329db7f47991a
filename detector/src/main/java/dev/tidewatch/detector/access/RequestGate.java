package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way in: whoever is let through has signed, may do what is asked, and not too often. */
public final class RequestGate {
  private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);

  private final SignatureCheck signatures;
  private final AccessKeys keys;
  private final RateLimits rates;
  private final FailedAttempts attempts;
  private final Clock clock;

  public RequestGate(
      SignatureScope scope,
      AccessKeys keys,
      SessionTokens sessions,
      RateLimits rates,
      FailedAttempts attempts,
      Clock clock) {
    this.signatures = new SignatureCheck(scope, new IssuedCredentials(keys, sessions), clock);
    this.keys = keys;
    this.rates = requireNonNull(rates, "rates");
    this.attempts = requireNonNull(attempts, "attempts");
    this.clock = clock;
  }

  /**
   * Lets a request in, or not.
   *
   * @param operation what it asks for, such as {@code CreateAlert}
   * @param remoteAddress where it came from
   * @throws RequestRefused when it is not let in; answer what that says
   */
  public Caller admit(SignedRequest request, String operation, String remoteAddress) {
    Caller caller = authenticate(request, remoteAddress);
    rates.count(caller.keyId(), operation);
    Role needed = Role.neededFor(operation);
    if (!caller.role().includes(needed)) {
      throw RequestRefused.accessDenied(caller, operation, needed);
    }
    LOG.debug("{} calls {}", caller, operation);
    return caller;
  }

  private Caller authenticate(SignedRequest request, String remoteAddress) {
    attempts.check(remoteAddress);
    try {
      Caller caller = signatures.callerOf(request);
      keys.used(caller.keyId(), clock.instant());
      return caller;
    } catch (RequestRefused refusal) {
      attempts.failed(remoteAddress);
      throw refusal;
    }
  }
}
