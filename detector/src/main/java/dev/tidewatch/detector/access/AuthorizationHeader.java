package dev.tidewatch.detector.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a request says of its signature.
 *
 * @param date of the scope, {@code yyyyMMdd}
 * @param signedHeaders their names as they were signed
 */
record AuthorizationHeader(
    String keyId,
    String date,
    String region,
    String service,
    List<String> signedHeaders,
    String signature) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9]{4,128}");
  private static final Pattern COMMA = Pattern.compile(" *, *");

  AuthorizationHeader {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /**
   * Finds it in a request and reads it.
   *
   * @throws RequestRefused when it is missing or lacks something
   */
  static AuthorizationHeader of(SignedRequest request) {
    List<String> values = request.values("Authorization");
    if (values.isEmpty() || values.get(0).isBlank()) {
      throw RequestRefused.missingAuthentication();
    }
    if (values.size() > 1) {
      throw RequestRefused.incompleteSignature("There is more than one Authorization header");
    }
    return parse(values.get(0).strip());
  }

  private static AuthorizationHeader parse(String value) {
    if (!value.startsWith(ALGORITHM + " ")) {
      throw RequestRefused.incompleteSignature(
          "The Authorization header must begin with " + ALGORITHM);
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : COMMA.split(value.substring(ALGORITHM.length() + 1).strip(), -1)) {
      int equals = part.indexOf('=');
      if (equals < 0 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        throw RequestRefused.incompleteSignature(
            "The Authorization header must hold Credential, SignedHeaders and Signature, each once,"
                + " separated by commas");
      }
    }
    return of(
        required(parts, "Credential"),
        required(parts, "SignedHeaders"),
        required(parts, "Signature"));
  }

  private static String required(Map<String, String> parts, String name) {
    String part = parts.getOrDefault(name, "");
    if (part.isEmpty()) {
      throw RequestRefused.incompleteSignature(
          "Authorization header requires '" + name + "' parameter.");
    }
    return part;
  }

  private static AuthorizationHeader of(String credential, String headers, String signature) {
    String[] scope = credential.split("/", -1);
    if (scope.length != 5
        || !scope[4].equals("aws4_request")
        || !KEY_ID.matcher(scope[0]).matches()) {
      throw RequestRefused.incompleteSignature(
          "Credential must be KEY/DATE/REGION/SERVICE/aws4_request");
    }
    return new AuthorizationHeader(
        scope[0], scope[1], scope[2], scope[3], List.of(headers.split(";", -1)), signature);
  }

  String scope() {
    return date + "/" + region + "/" + service + "/aws4_request";
  }
}
