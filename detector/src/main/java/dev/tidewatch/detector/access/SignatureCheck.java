package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks signatures of AWS Signature Version 4 in the {@code Authorization} header, over the
 * request as it was received. What AWS leaves out of a signature is not asked for; beyond that
 * nothing goes. Safe for use by many threads.
 */
final class SignatureCheck {
  private static final String TOKEN = "x-amz-security-token";
  private static final String PAYLOAD_HASH = "x-amz-content-sha256";

  private final SignatureScope scope;
  private final CredentialSource credentials;
  private final Clock clock;
  private final SigningKeys keys = new SigningKeys();

  SignatureCheck(SignatureScope scope, CredentialSource credentials, Clock clock) {
    this.scope = requireNonNull(scope, "scope");
    this.credentials = requireNonNull(credentials, "credentials");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Says who signed a request.
   *
   * @throws RequestRefused when nobody known did, or not this request, or not now
   */
  Caller callerOf(SignedRequest request) {
    refuseSignedQuery(request.query());
    AuthorizationHeader authorization = AuthorizationHeader.of(request);
    RequestTime time = RequestTime.of(request);
    checkScope(authorization, time);
    Instant now = clock.instant();
    time.checkAgainst(now);
    checkSignedHeaders(request, authorization, time);
    Credential credential = credentials.find(authorization.keyId(), sessionToken(request));
    String expected =
        signature(
            request,
            authorization,
            time,
            credential.secret(),
            new RequestTime("", now).date(),
            payloadHash(request));
    if (!MessageDigest.isEqual(
        expected.getBytes(US_ASCII), authorization.signature().getBytes(UTF_8))) {
      throw RequestRefused.invalidSignature(
          "The request signature we calculated does not match the signature you provided. Check your"
              + " AWS Secret Access Key and signing method. Consult the service documentation for"
              + " details.");
    }
    return credential.caller();
  }

  private static void refuseSignedQuery(String query) {
    String lower = query.toLowerCase(Locale.ROOT);
    if (lower.contains("x-amz-signature=") || lower.contains("x-amz-algorithm=")) {
      throw RequestRefused.incompleteSignature(
          "Presigned requests are not accepted: sign in the Authorization header");
    }
  }

  private void checkScope(AuthorizationHeader authorization, RequestTime time) {
    if (!authorization.region().equals(scope.region())) {
      throw RequestRefused.invalidSignature(
          "Credential should be scoped to a valid region, not '"
              + authorization.region()
              + "'; this server is in '"
              + scope.region()
              + "'.");
    }
    if (!authorization.service().equals(scope.service())) {
      throw RequestRefused.invalidSignature(
          "Credential should be scoped to correct service: '" + scope.service() + "'.");
    }
    if (!authorization.date().equals(time.date())) {
      throw RequestRefused.invalidSignature(
          String.format(
              "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                  + " HTTP: '%s' != '%s', from '%s'.",
              authorization.date(), time.date(), time.text()));
    }
  }

  /**
   * The host, the time and every {@code x-amz-} header must be signed; what is signed must be sent.
   */
  private static void checkSignedHeaders(
      SignedRequest request, AuthorizationHeader authorization, RequestTime time) {
    Set<String> signed = new HashSet<>(authorization.signedHeaders());
    requireSigned(signed, "host");
    requireSigned(signed, time.header());
    for (SignedRequest.Header header : request.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (name.startsWith("x-amz-")) {
        requireSigned(signed, name);
      }
    }
    for (String name : signed) {
      if (request.values(name).isEmpty()) {
        throw RequestRefused.invalidSignature(
            "The SignedHeaders name '" + name + "', which the request does not have.");
      }
    }
    if (request.values("host").size() > 1) {
      throw RequestRefused.invalidSignature("There is more than one Host header.");
    }
  }

  private static void requireSigned(Set<String> signed, String name) {
    if (!signed.contains(name)) {
      throw RequestRefused.invalidSignature(
          "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  private static String sessionToken(SignedRequest request) {
    List<String> tokens = request.values(TOKEN);
    if (tokens.size() > 1) {
      throw RequestRefused.unrecognizedClient();
    }
    return tokens.isEmpty() ? "" : tokens.get(0).strip();
  }

  /** Counted from the body; what the client says of it must be true. */
  private static String payloadHash(SignedRequest request) {
    String hash = Hashes.sha256(request.body());
    for (String told : request.values(PAYLOAD_HASH)) {
      if (!told.strip().equals(hash)) {
        throw RequestRefused.invalidSignature(
            "The provided 'x-amz-content-sha256' header does not match what was computed;"
                + " UNSIGNED-PAYLOAD is not accepted.");
      }
    }
    return hash;
  }

  private String signature(
      SignedRequest request,
      AuthorizationHeader authorization,
      RequestTime time,
      Secret secret,
      String today,
      String payloadHash) {
    String canonical =
        CanonicalRequest.of(request, scope.pathForm(), authorization.signedHeaders(), payloadHash);
    String toSign =
        String.join(
            "\n",
            AuthorizationHeader.ALGORITHM,
            time.text(),
            authorization.scope(),
            Hashes.sha256(canonical.getBytes(UTF_8)));
    return HexFormat.of()
        .formatHex(Hashes.authenticate(keys.of(authorization, secret, today), toSign));
  }
}
